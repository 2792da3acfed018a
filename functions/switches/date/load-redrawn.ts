import { type Assignment, overlaps } from '../../../shared/domain/assignment.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { assigning } from '../../../shared/steps/assignment-step.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { changed, leavingDeadlines } from '../documents/load-leaving-papers.ts';
import { firstOrder, movedOrder, takenBack } from '../outcome/joining-order.ts';
import type { Drawing, Moving } from '../outcome/load-moving.ts';
import { splitAt } from '../outcome/moving.ts';
import type { Switch } from '../switch.ts';
import { asBefore, isSame, type Redrawn, redraw, reordered } from './redraw.ts';

type Drawn = {
  readonly changes: readonly Change[];
  readonly moved: Switch['moved'];
  /** The order that was sent to the joining provider now. */
  readonly sent?: Order;
};

type DrawRefusal =
  | 'case-without-provider'
  | 'case-has-order'
  | 'joining-order-over'
  | 'order-closed'
  | 'order-ending'
  | 'pack-without-clock';

const overOf = (next: Assignment, held: readonly Stored<Assignment>[]) =>
  held.find(({ entity }) => isSame(entity, next));

async function assignmentChanges({ give, change, take }: Redrawn, { held }: Moving, deps: Deps) {
  const assign = assigning(deps);
  const changes: Change[] = [];
  for (const next of give) changes.push(...(await assign.give(next)));
  for (const next of change) {
    const over = overOf(next, held);
    if (over) changes.push(...(await assign.change(next, over)));
  }
  for (const next of take) {
    const over = overOf(next, held);
    if (over) changes.push(...(await assign.take(over)));
  }
  return changes;
}

/** The joining provider's order and days: sent, moved to other days, or taken back. */
async function joiningChanges(drawing: Drawing, { split }: Redrawn, deps: Deps): Promise<Result<Drawn, DrawRefusal>> {
  const { was, next, moving, pack, kind, by, at } = drawing;
  const assign = assigning(deps);
  const { joiningOrder, given } = moving;
  const days = split.moved;
  if (!days) {
    const back = joiningOrder && takenBack(joiningOrder.stored.entity, { by, at });
    return accept({
      moved: undefined,
      changes: [
        ...(given ? await assign.take(given) : []),
        ...(back && joiningOrder && back.order !== joiningOrder.stored.entity
          ? [orderStore(deps.table).save(back.order, joiningOrder.stored)]
          : []),
        ...(back && joiningOrder ? changed(joiningOrder.deadlines, back.move, at, deps) : []),
      ],
    });
  }
  const base = { caseNo: next.caseNo, providerId: next.joiningId, officerId: next.officerId };
  if (!joiningOrder) {
    const made = firstOrder(next, { id: deps.newId('B'), kind, days, at }, pack);
    if (!made.ok) return made;
    const { order, deadlines } = made.value;
    return accept({
      moved: { orderId: order.id, before: [] },
      sent: order,
      changes: [
        orderStore(deps.table).save(order, undefined),
        ...deadlines.map((deadline) => deadlineStore(deps.table).open(deadline, at)),
        ...(await assign.give({ ...base, ...days, orderId: order.id })),
      ],
    });
  }
  const held = moving.held.map(({ entity }) => entity);
  const drawn = was.date && splitAt(was.date.on, asBefore(was, held)).moved?.services;
  const made = movedOrder(joiningOrder.stored.entity, { days, drawn, kind, at }, pack);
  if (!made.ok) return made;
  const { order, move } = made.value;
  const assignment = { ...base, services: order.services, from: order.from, to: order.to, orderId: order.id };
  const anew = given === undefined || given.entity.from !== order.from;
  return accept({
    moved: { orderId: order.id, before: [] },
    changes: [
      orderStore(deps.table).save(order, joiningOrder.stored),
      ...changed(joiningOrder.deadlines, move, at, deps),
      ...(given && anew ? await assign.take(given) : []),
      ...(given && !anew ? await assign.change(assignment, given) : await assign.give(assignment)),
    ],
  });
}

/**
 * Draws the switch on the case in one go: the leaving provider's days and orders, the joining one's, what each waits
 * for, and the case itself, on whose version two who order at once meet. Refused where somebody else would get a day
 * that is served already.
 */
export async function redrawn(drawing: Drawing, deps: Deps): Promise<Result<Drawn, DrawRefusal>> {
  const { was, next, moving, by, at } = drawing;
  const on = next.state === 'called-off' ? undefined : next.date?.on;
  const held = moving.held.map(({ entity }) => entity);
  const plan = redraw(was, held, on);
  if (on !== undefined && !plan.split.moved) return refuse('conflict', 'case-without-provider');
  const wanted = [...plan.give, ...plan.change, ...(plan.split.moved ? [plan.split.moved] : [])];
  if (wanted.some((days) => moving.others.some((other) => overlaps(days, other))))
    return refuse('conflict', 'case-has-order');
  const orders = new Map([...moving.leavingOrders].map(([id, { stored }]) => [id, stored.entity]));
  const ended = reordered(was, plan, orders, { on, by, at });
  if (!ended.ok) return ended;
  const joining = await joiningChanges(drawing, plan, deps);
  if (!joining.ok) return joining;
  const { moved, changes, sent } = joining.value;
  return accept({
    moved: moved && { ...moved, before: [...ended.value.before] },
    ...(sent ? { sent } : {}),
    changes: [
      ...(await assignmentChanges(plan, moving, deps)),
      ...ended.value.orders.flatMap((order) => {
        const over = moving.leavingOrders.get(order.id)?.stored;
        return over ? [orderStore(deps.table).save(order, over)] : [];
      }),
      ...leavingDeadlines(drawing, plan, on, deps),
      ...changes,
      caseStore(deps.table).save(moving.theCase.entity, moving.theCase),
    ],
  });
}
