import * as z from 'zod';
import type { Assignment } from '../../../shared/domain/assignment.ts';
import { KnownFact } from '../../../shared/domain/known-fact.ts';
import { Instant, type LocalDate, Month } from '../../../shared/domain/local-time.ts';

/** A death or a stay in hospital that a provider's deviation form tells of in one case. */
export const FormFact = z.object({ caseNo: z.string(), fact: KnownFact });
export type FormFact = z.infer<typeof FormFact>;

/** What a form told of and the order does not know: the officer takes it over, or dismisses it with a reason (A66). */
export const ToldFact = z
  .object({
    id: z.string(),
    orderId: z.string(),
    caseNo: z.string(),
    providerId: z.string(),
    fact: KnownFact,
    /** The month of the form, when it was handed in and who signed it. */
    month: Month,
    at: Instant,
    by: z.string(),
    /** `GONE`: the form that took its place says nothing of it any more. */
    settled: z
      .object({
        as: z.enum(['TAKEN_OVER', 'DISMISSED', 'GONE']),
        at: Instant,
        by: z.string(),
        reason: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'ToldFact' });
export type ToldFact = z.infer<typeof ToldFact>;

/** One a case for a death, one for each admission: what is told of again is the same fact. */
export const factIdOf = (fact: KnownFact): string => (fact.kind === 'DEATH' ? 'DEATH' : `HOSPITAL-${fact.from}`);

/** Told again without a difference. */
export const isSameFact = (one: KnownFact, other: KnownFact): boolean =>
  one.kind === 'DEATH'
    ? other.kind === 'DEATH' && one.on === other.on
    : other.kind === 'HOSPITAL' && one.from === other.from && (one.to ?? null) === (other.to ?? null);

type Stay = { readonly from: LocalDate; readonly to?: LocalDate | null | undefined };

/** A stay that lies within one that is known; where the form knows of the home-coming, so must the other. */
const covers = (known: Stay, { from, to }: Stay): boolean =>
  known.from <= from && (known.to ? (to ?? from) <= known.to : !to);

/** Whether the case knows it already: of several deaths the earliest counts, so a later one adds nothing. */
export const isKnownIn = (fact: KnownFact, given: readonly Pick<Assignment, 'known' | 'death'>[]): boolean =>
  given.some(({ known = [], death }) =>
    fact.kind === 'DEATH'
      ? [...known, ...(death ? [{ kind: 'DEATH' as const, on: death.on }] : [])].some(
          (one) => one.kind === 'DEATH' && one.on <= fact.on,
        )
      : known.some((one) => one.kind === 'HOSPITAL' && covers(one, fact)),
  );

const earliest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted()[0];

/** Stays that lie across each other are one; one that begins on the day that another ends is its own. */
function united(stays: readonly Stay[]): readonly Stay[] {
  const all: { from: LocalDate; to: LocalDate | undefined }[] = [];
  for (const { from, to } of stays.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = all.at(-1);
    if (!before || (before.to && from >= before.to && from > before.from)) all.push({ from, to: to ?? undefined });
    else before.to = before.to && to ? (before.to > to ? before.to : to) : undefined;
  }
  return all;
}

/**
 * What a form tells of one case, each fact once and only what reaches into the month: the earliest death, and its stays
 * united (A27, A66).
 */
export function eachOnce(facts: readonly KnownFact[], { first, last }: { first: LocalDate; last: LocalDate }) {
  const death = earliest(facts.flatMap((fact) => (fact.kind === 'DEATH' ? [fact.on] : [])));
  const stays = united(facts.filter((fact) => fact.kind === 'HOSPITAL'));
  return [
    ...(death ? [{ kind: 'DEATH', on: death } as const] : []),
    ...stays
      .filter(({ from, to }) => from <= last && (!to || to >= first))
      .map(({ from, to }) => ({ kind: 'HOSPITAL', from, to: to ?? null }) as const),
  ] satisfies readonly KnownFact[];
}
