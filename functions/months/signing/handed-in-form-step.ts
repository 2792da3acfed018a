import { type Instant, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type DeclinedVisit, type FormFact, keepHandedInDeclines, keepHandedInFacts } from '../../orders/door.ts';
import { type Deviation, readDeviationForm } from '../dry-run/deviation-form.ts';
import type { SubmissionDraft } from './load-submission.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The visits of the month that a form says were declined though they were granted (`AVSAGD`, L-50). */
const declinedIn = (deviations: readonly Deviation[], month: Month): readonly DeclinedVisit[] =>
  deviations
    .filter(({ type, date }) => type === 'AVSAGD' && monthOf(date) === month)
    .map(({ caseNo, date, start }) => ({
      caseNo,
      on: date,
      ...(start === undefined ? {} : { start: clockTime(start) }),
    }));

/** So many fit an item with room to spare. */
const anItem = 4000;

/** The deaths and hospital stays that a form tells of, whatever their days (A66). */
const factsIn = (deviations: readonly Deviation[]): readonly FormFact[] =>
  deviations.flatMap(({ caseNo, type, date, to }): readonly FormFact[] => {
    if (type === 'AVLIDEN') return [{ caseNo, fact: { kind: 'DEATH', on: date } }];
    return type === 'SJUKHUS' ? [{ caseNo, fact: { kind: 'HOSPITAL', from: date, to: to ?? null } }] : [];
  });

/**
 * Keeps what the form tells of for the orders: the declined visits, which they count and notify the officer of (L-50,
 * D23), and the deaths and stays, which they compare with what they know (A66).
 */
export async function passOnForm(
  { basis, files }: Pick<SubmissionDraft, 'basis' | 'files'>,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Effects> {
  const providerId = basis.provider.id;
  const known = new Set(basis.cases.map(({ caseNo }) => caseNo));
  const expected = { month: basis.month, providerId, knows: (caseNo: string) => known.has(caseNo) };
  const form = await readDeviationForm(files.deviations.source, expected);
  // A form without its header was refused before anything was signed.
  const deviations = form.ok ? form.deviations : [];
  const visits = declinedIn(deviations, basis.month);
  const pieces = Array.from({ length: Math.ceil(visits.length / anItem) }, (_, n) =>
    visits.slice(n * anItem, (n + 1) * anItem),
  );
  const told = { providerId, at, by: caller.userId };
  return together(
    ...pieces.map((visits) => keepHandedInDeclines({ ...told, visits }, deps)),
    keepHandedInFacts({ ...told, month: basis.month }, factsIn(deviations), deps),
  );
}
