import { type Deadline, reopen } from '../../../shared/domain/deadline.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { whileCaseAlive } from '../steps/alive-step.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { followUpReopened } from './death-deadlines-step.ts';
import { isClosedByDay } from './unclosed.ts';

/** Whether a closed order may go on, or have another last day: nobody who has died gets more days, and no provider without a permit. */
export async function mayReopen(
  { stored, provider }: OrderAndRoutine,
  last: LocalDate,
  deps: Deps,
): Promise<Result<undefined, 'customer-dead' | 'provider-without-permit'>> {
  if (!isClosedByDay(stored.entity)) return accept(undefined);
  const alive = await whileCaseAlive(stored.entity.caseNo, deps);
  if (!alive.ok) return alive;
  const { ending } = provider;
  return (ending !== undefined && ending.lastDay < last) || !isPermittedOn(provider, last)
    ? refuse('conflict', 'provider-without-permit')
    : accept(undefined);
}

/** What its closing put to rest waits again; the documentation has a limit of its own. */
export const waitsAgain =
  (before: Order, next: Order) =>
  (deadline: Deadline): Deadline =>
    before.closed !== undefined && !isOver(next) && deadline.code !== 'D15' && deadline.doneAt === before.closed.at
      ? reopen(deadline)
      : deadline;

/** The case's follow-up, which stopped with its last order (L-56). */
export async function followUpAgain(before: Order, next: Order, { table }: Pick<Deps, 'table'>): Promise<Effects> {
  if (before.closed === undefined || isOver(next)) return {};
  return { deadlines: followUpReopened(await deadlineStore(table).ofCase(before.caseNo), before.closed.at) };
}
