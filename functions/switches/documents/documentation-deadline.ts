import { type Deadline, type DeadlineCode, lapse } from '../../../shared/domain/deadline.ts';
import { startCodes } from '../../../shared/domain/deadline-kinds.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Switch } from '../switch.ts';
import { leavesNothing } from './handover.ts';

/** What a plan of its days means for what one of the leaving provider's orders waits for. */
export type LeavingOrderFate = 'cut' | 'dropped' | 'whole';

/** What an order waits for until help has begun: receipt, the same day when it is urgent, and the start. */
const beginning: readonly DeadlineCode[] = ['D01', 'D03', 'D06', 'D43', 'D44', ...startCodes];
const isBeginning = ({ code }: Deadline) => beginning.includes(code);

/** It waits again: the order that was dropped is whole, or begins before the switch after all. */
const reopened = ({ doneAt: _doneAt, ...deadline }: Deadline): Deadline => ({ ...deadline, state: 'open' });

/**
 * A deadline of a leaving provider's order after a plan of its days: an order that is never carried out waits for
 * nothing, one that is whole again owes no papers, and `papers` are due from the day of the switch (A54).
 */
export function afterPlan(
  deadline: Deadline,
  fate: LeavingOrderFate,
  papers: Deadline | undefined,
  at: Instant,
): Deadline {
  if (deadline.code === 'D15') {
    if (deadline.state === 'done') return deadline;
    if (papers) return papers;
    return deadline.doneAt === undefined ? lapse(deadline, at) : deadline;
  }
  if (fate === 'dropped') return deadline.doneAt === undefined ? lapse(deadline, at) : deadline;
  return isBeginning(deadline) && deadline.state === 'lapsed' ? reopened(deadline) : deadline;
}

/** Papers that are to be waited for after all, or not any more; those that have come stay come. */
export function afterAnswer(papers: Deadline, one: Switch, due: Deadline, at: Instant): Deadline {
  if (papers.state === 'done') return papers;
  if (leavesNothing(one)) return papers.doneAt === undefined ? lapse(papers, at) : papers;
  return papers.state === 'lapsed' ? due : papers;
}
