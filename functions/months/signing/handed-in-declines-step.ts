import { type Instant, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type DeclinedVisit, keepHandedInDeclines } from '../../orders/door.ts';
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

/** Keeps the declined visits of the form for the orders, which count them and notify the officer (L-50, D23). */
export async function passOnDeclines(
  { basis, files }: Pick<SubmissionDraft, 'basis' | 'files'>,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Effects> {
  const providerId = basis.provider.id;
  const known = new Set(basis.cases.map(({ caseNo }) => caseNo));
  const expected = { month: basis.month, providerId, knows: (caseNo: string) => known.has(caseNo) };
  const form = await readDeviationForm(files.deviations.source, expected);
  // A form without its header was refused before anything was signed.
  const visits = form.ok ? declinedIn(form.deviations, basis.month) : [];
  const pieces = Array.from({ length: Math.ceil(visits.length / anItem) }, (_, n) =>
    visits.slice(n * anItem, (n + 1) * anItem),
  );
  return together(...pieces.map((visits) => keepHandedInDeclines({ providerId, at, by: caller.userId, visits }, deps)));
}
