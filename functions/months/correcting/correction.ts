import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Line } from '../lines/line.ts';
import type { ProviderMonth, Submission } from '../month.ts';
import { correctionDates } from './correction-dates.ts';

type Of = { readonly month: Month; readonly providerId: string };

/** So many officers are named in one deadline, and written to of it; the rest see on the month's page that their lines wait. */
const mostOfficers = 20;

/** The officers whose lines have something wrong in what they rest on. */
export const officersOfFaulty = (lines: readonly Line[]): readonly string[] =>
  [
    ...new Set(lines.filter(({ proposal }) => proposal.status === 'FAULTY').map(({ officerId }) => officerId)),
  ].toSorted();

/** What was wrong at its receipt is to be corrected (D42): the provider's, and the officers whose lines wait for it hear of it. */
export function correctionDeadline(
  { month, providerId }: Of,
  lines: readonly Line[],
  pack: Pack,
  at: Instant,
): Deadline {
  const { dueAt, remindAt, why } = correctionDates(month, pack);
  const officerIds = officersOfFaulty(lines).slice(0, mostOfficers);
  const subject = { kind: 'month', month, providerId, ...(officerIds.length > 0 ? { officerIds } : {}) } as const;
  return begin('D42', { subject, dueAt, ...(at < remindAt ? { remindAt } : {}), why: [...why] });
}

/**
 * Until when a correction of what was handed in is waited for, as long as it is (A30): not of files that are whole, nor
 * when the provider has said that it cannot. Exactly on the limit is in time (A18).
 */
export const waitsUntil = (submission: Submission | undefined, at: Instant): Instant | undefined => {
  const { correctUntil, cannotCorrect } = submission ?? {};
  return correctUntil !== undefined && cannotCorrect === undefined && at <= correctUntil ? correctUntil : undefined;
};

type Said = { readonly by: string; readonly at: Instant; readonly comment?: string | undefined };

/** The provider cannot correct its files: nothing is waited for any more (A30). Said when nothing waits it is refused. */
export function cannotCorrect(
  month: ProviderMonth,
  { by, at, comment }: Said,
): Result<ProviderMonth & { readonly submission: Submission }, 'nothing-to-correct'> {
  const { submission } = month;
  if (!submission || month.state === 'stated' || waitsUntil(submission, at) === undefined)
    return refuse('conflict', 'nothing-to-correct');
  return accept({
    ...month,
    submission: { ...submission, cannotCorrect: { at, by, ...(comment ? { comment } : {}) } },
  });
}
