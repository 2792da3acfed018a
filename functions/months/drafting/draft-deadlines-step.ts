import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { type Instant, type Month, plusHours } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Basis } from '../load-basis.ts';
import { openingOf } from '../opening/opening.ts';

/** How long corrected files wait before the task is late. */
const hoursToSign = 24;

const waitingToBeSigned = (deadline: Deadline): Deadline =>
  deadline.subject.kind === 'month' ? { ...deadline, subject: { ...deadline.subject, ref: 'draft' } } : deadline;

/**
 * The task of the manager's: the month's own (D10) asks for a signature now, and its reminder says so. A month that has
 * been handed in already has none left: its corrected files are a task of their own (D49). So are those of a month that
 * was never opened and whose day is over: nobody was asked for it, and no letter says that it is late.
 */
export async function draftDeadlines(
  of: { readonly month: Month; readonly providerId: string },
  { pack, cases }: Basis,
  at: Instant,
  table: Table,
): Promise<readonly MovedDeadline[]> {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const first = standing.find(({ entity }) => entity.code === 'D10')?.entity;
  const isHandedIn = first?.doneAt !== undefined;
  const isOpen = (one: Deadline) => one.code === 'D10' && one.doneAt === undefined;
  const officers = [...new Set(cases.map(({ officerId }) => officerId))].sort();
  const opening = first ? undefined : openingOf(of.month, of.providerId, officers, pack);
  const unopened = opening?.ok ? opening.value.deadlines.filter(({ code }) => code === 'D10') : [];
  // Who has just been told what waits is not reminded of it in the same minute.
  const isOver = ({ remindAt }: Deadline) => remindAt !== undefined && remindAt <= at;
  const quiet = unopened
    .filter(({ dueAt }) => dueAt > at)
    .map((one) => (isOver(one) ? { ...one, remindAt: undefined } : one));
  const isPast = first === undefined && quiet.length === 0;
  const corrected = begin('D49', { subject: { kind: 'month', ...of }, dueAt: plusHours(at, hoursToSign), why: [] });
  return deadlinesAfter(
    standing,
    {
      moves: (one) => (isOpen(one) ? waitingToBeSigned(one) : one),
      opens: [...quiet.map(waitingToBeSigned), ...(isHandedIn || isPast ? [corrected] : [])],
    },
    at,
  ).moved;
}
