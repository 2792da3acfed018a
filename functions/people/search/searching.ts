import * as z from 'zod';
import { type Instant, type LocalDate, plusHours } from '../../../shared/domain/local-time.ts';
import { readingsOf, wordsOf } from '../../../shared/domain/name-forms.ts';
import { findPersonIds, isPersonId, personIdOf } from '../../../shared/domain/person-id.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';

/** Why a person is read about. It is written in the access log, where no person's number may be. */
export const ReadingReason = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .refine((text) => findPersonIds(text).length === 0, 'person-id-in-text');

/** A name of more words than anybody has is no name. */
const mostWords = 8;

/** What is looked for: a whole number, or words that are all in the name. */
export const Sought = z
  .strictObject({
    number: z.string().max(20).refine(isPersonId, 'bad-personnummer').optional().meta({ example: '191212121212' }),
    name: z
      .string()
      .max(200)
      .refine((text) => wordsOf(text).length > 0 && wordsOf(text).length <= mostWords)
      .optional()
      .meta({ description: 'Whole words of the name; all of them must be in it', example: 'Elsa Prov' }),
    reason: ReadingReason,
  })
  .refine(({ number, name }) => (number === undefined) !== (name === undefined), {
    path: ['number'],
    error: 'number-or-name',
  });
export type Sought = z.infer<typeof Sought>;

/** What is looked for in the index: one of these lists, all of it. */
export const wordsSought = ({ number, name }: Sought, today: LocalDate): readonly (readonly string[])[] =>
  number === undefined ? readingsOf(name ?? '') : [[personIdOf(number, today) ?? '']];

/** Often enough for a day's work, too seldom to go through a register name by name. */
const mostAnHour = 30;

/** The searches of the last hour with this one; refused when there are as many as there may be. */
export function countedSearch(before: readonly Instant[], at: Instant): Result<Instant[], 'too-many-searches'> {
  const lately = before.filter((one) => one > plusHours(at, -1));
  return lately.length >= mostAnHour ? refuse('limited', 'too-many-searches') : accept([...lately, at]);
}

/** A hit as far as it is known before anybody's name is opened. */
export type Hit = {
  readonly caseNo: string;
  readonly officerId: string;
  readonly protected: boolean;
  /** Whose case it is, where a number is known (A73). */
  readonly person?: string;
};

export const isOwn = ({ officerId }: Pick<Hit, 'officerId'>, caller: Caller): boolean =>
  caller.role === 'officer' && officerId === caller.caseload;

/** Whom a search may show: one with protected identity to nobody but the officer of the case. */
export const shownTo = (hits: readonly Hit[], caller: Caller): readonly Hit[] =>
  hits.filter((hit) => !hit.protected || isOwn(hit, caller));

/** The cases among those shown that are about the same person as one of them, itself included (A73). */
export const samePerson = (hit: Hit, shown: readonly Hit[]): string[] =>
  shown
    .filter(({ caseNo, person }) => caseNo === hit.caseNo || (person !== undefined && person === hit.person))
    .map(({ caseNo }) => caseNo);

/** Whose name a search may show: to the head everybody's, to an officer those of their own cases. */
export const mayName = (hit: Hit, caller: Caller): boolean => caller.role === 'head' || isOwn(hit, caller);
