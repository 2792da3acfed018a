import { type Deadline, type DeadlineCode, meet, reopen } from '../../../shared/domain/deadline.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { type DeadlineMoves, deadlinesAfter, type MovedDeadline, opened } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';

type Of = { readonly month: Month; readonly providerId: string };

const officerIn = ({ subject }: Deadline) => (subject.kind === 'month' ? subject.officerId : undefined);
const sameOne = (one: Deadline, other: Deadline): boolean =>
  one.code === other.code && officerIn(one) === officerIn(other);

/** Those of the wanted that are not there yet. */
const missingIn = (standing: readonly Stored<Deadline>[], wanted: readonly Deadline[]): readonly Deadline[] =>
  wanted.filter((one) => !standing.some(({ entity }) => sameOne(entity, one)));

/** The month's deadlines of some codes that the step meets, each once; `officerId` picks one officer's. */
export async function meetDeadlines(
  of: Of,
  codes: readonly DeadlineCode[],
  at: Instant,
  table: Table,
  officerId?: string,
): Promise<readonly MovedDeadline[]> {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const theirs = standing.filter(({ entity }) => officerId === undefined || officerIn(entity) === officerId);
  return deadlinesAfter(theirs, { meets: codes }, at).moved;
}

/**
 * The statement is sent (D13): what was wrong in the files is waited for no more (D42), nor are answers where all are
 * there (D54); one that is missing may still come, late. A paper that lies there is no longer waited for (D52, D53).
 */
export async function statedDeadlines(
  of: Of,
  unanswered: number,
  at: Instant,
  table: Table,
): Promise<readonly MovedDeadline[]> {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  return deadlinesAfter(
    standing,
    { meets: ['D13'], lapses: ['D42', 'D52', 'D53', ...(unanswered > 0 ? [] : (['D54'] as const))] },
    at,
  ).moved;
}

/**
 * A month is closed that nothing was handed in of (A81): the hand-in is waited for no more (D10), and what is missing of
 * the officers' and the head's dates is opened.
 */
export async function closingDeadlines(
  of: Of,
  wanted: readonly Deadline[],
  at: Instant,
  table: Table,
): Promise<readonly MovedDeadline[]> {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const opens = missingIn(standing, wanted).filter(({ code }) => code !== 'D10');
  return deadlinesAfter(standing, { lapses: ['D10'], opens }, at).moved;
}

/** What is `opens`ed over what stands of its kind, and what is met or waited for no more. */
export const openDeadlines = async (
  of: Of,
  moves: Pick<DeadlineMoves, 'opens' | 'meets' | 'lapses'>,
  at: Instant,
  table: Table,
): Promise<Pick<Effects, 'deadlines'>> => ({
  deadlines: deadlinesAfter(await deadlineStore(table).ofMonth(of.month, of.providerId), moves, at).moved,
});

/** The dates that are not there yet, opened. */
export const missingDates = async (
  of: Of,
  wanted: readonly Deadline[],
  table: Table,
): Promise<readonly MovedDeadline[]> =>
  opened(missingIn(await deadlineStore(table).ofMonth(of.month, of.providerId), wanted));

/** An officer's report is to be signed again (D12). */
export async function reopenReport(of: Of, officerId: string, table: Table): Promise<readonly MovedDeadline[]> {
  return (await deadlineStore(table).ofMonth(of.month, of.providerId))
    .filter(({ entity }) => entity.code === 'D12' && entity.doneAt !== undefined && officerIn(entity) === officerId)
    .map((over) => ({ next: reopen(over.entity), over, reopens: true }));
}

/** A commit holds a hundred changes; the officers' parts and the rest want their room. */
const alone = 20;
const aCommit = 50;

/**
 * Many officers' dates (D12, D54) are laid before the rest, some at a time. A crash in the middle leaves dates that are
 * right in any case, or that the same step, taken again, sets right; none is opened again.
 */
export function roomFor(moved: readonly MovedDeadline[]): Pick<Effects, 'before' | 'deadlines'> {
  const isOfficers = ({ next, over }: MovedDeadline) =>
    next.code === 'D54' || (next.code === 'D12' && over === undefined);
  const officers = moved.filter(isOfficers);
  if (officers.length <= alone) return { deadlines: moved };
  const before = Array.from({ length: Math.ceil(officers.length / aCommit) }, (_, n) => ({
    deadlines: officers.slice(n * aCommit, (n + 1) * aCommit),
  }));
  return { before, deadlines: moved.filter((one) => !isOfficers(one)) };
}

/**
 * What a submission does to the month's dates: it meets D10, and what waited to be signed (D49); dates that are missing
 * (the month was handed in before it was opened, or a case has a new officer) are opened; an officer without a line left
 * has nothing to report; `split` (D11) is written again; what is wrong in it is to be `corrected` (D42), or now is.
 */
export async function submissionDeadlines(
  of: Of,
  wanted: readonly Deadline[],
  {
    split,
    corrected,
    receivedAt,
  }: {
    readonly split: Deadline;
    readonly corrected: Deadline | 'corrected' | undefined;
    readonly receivedAt: Instant;
  },
  at: Instant,
  table: Table,
): Promise<readonly MovedDeadline[]> {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const hasNothingLeft = (one: Deadline) =>
    one.code === 'D12' && one.doneAt === undefined && !wanted.some((other) => sameOne(one, other));
  const isWaiting = ({ entity }: Stored<Deadline>) => entity.code === 'D42' && entity.doneAt === undefined;
  const remindedAt = standing.find(isWaiting)?.entity.remindedAt;
  const again = typeof corrected === 'object' ? [{ ...corrected, ...(remindedAt ? { remindedAt } : {}) }] : [];
  const wish = {
    moves: (one: Deadline) => (hasNothingLeft(one) ? meet(one, at) : one),
    meets: corrected === 'corrected' ? ['D10', 'D49', 'D42'] : ['D10', 'D49'],
    metAt: receivedAt,
    opens: [
      ...missingIn(standing, wanted).map((one) => (one.code === 'D10' ? meet(one, receivedAt) : one)),
      split,
      ...again,
    ],
  } satisfies DeadlineMoves;
  return deadlinesAfter(standing, wish, at).moved;
}
