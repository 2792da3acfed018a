import { goesOn } from '../../../shared/domain/assignment.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { ownRule } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { documentation } from '../limits/document-deadlines.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import { outlivedBy } from './ending.ts';
import { close } from './may-close.ts';

/** The yearly follow-up stops with the case's last order (L-56). */
async function followUpEnds({ caseNo, id }: Order, at: Instant, { table }: Deps): Promise<readonly MovedDeadline[]> {
  const today = dateOf(at);
  const others = (await assignmentStore(table).ofCase(caseNo)).filter(({ orderId }) => orderId !== id);
  if (others.some((one) => goesOn(one, today))) return [];
  return deadlinesAfter(await deadlineStore(table).ofCase(caseNo), { lapses: ['D17'] }, at).moved;
}

/** The documentation of an order that ends on a day of its own, which no decision has announced (L-53). */
async function stillOwed(
  order: Order,
  { deadlines }: OwnOrder,
  at: Instant,
  { table }: Deps,
): Promise<readonly Deadline[]> {
  const last = lastDayOf(order);
  if (
    !order.started ||
    last === undefined ||
    deadlines.some(({ entity }) => entity.code === 'D15' && entity.state !== 'lapsed')
  )
    return [];
  const routine = await routineOn(table, dateOf(at));
  return routine.ok && routine.value.pack.caseFile ? [documentation(order, last, routine.value.pack)] : [];
}

/** Closes the order; what nobody waits for any more lapses with it. */
export async function closing(
  own: OwnOrder,
  by: { readonly userId: string },
  at: Instant,
  deps: Deps,
): Promise<
  Result<
    { readonly order: Order; readonly deadlines: readonly Deadline[]; readonly effects: Effects },
    'order-closed' | 'end-not-permitted' | 'last-day-not-passed'
  >
> {
  const closed = close(own.stored.entity, { at, by: by.userId });
  if (!closed.ok) return closed;
  const order = closed.value;
  const opens = await stillOwed(order, own, at, deps);
  const after = deadlinesAfter(own.deadlines, { lapses: outlivedBy, opens }, at);
  const cause = order.ending?.cause ?? 'DECISION';
  const routine = await routineOn(deps.table, dateOf(at));
  const rule = cause === 'DEATH' ? 'L-49' : 'L-72';
  const row = {
    event: 'order-closed',
    // The clock closes also while no routine is in force.
    rule: routine.ok ? ownRule(rule, routine.value.pack) : rule,
    caseNo: order.caseNo,
    refs: { orderId: order.id, cause, lastDay: order.to ?? '' },
  };
  return accept({
    order,
    deadlines: after.deadlines,
    effects: {
      saves: [orderStore(deps.table).save(order, own.stored)],
      deadlines: [...after.moved, ...(await followUpEnds(order, at, deps))],
      rows: [row],
    },
  });
}
