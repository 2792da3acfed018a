import { type Assignment, overlaps } from '../../../shared/domain/assignment.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { deadlinesAfter, opened } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { splitAssignments } from '../../orders/split-assignments.ts';
import { leavingDeadlines } from '../documents/documentation-deadlines-step.ts';
import type { SwitchCase } from '../load-switch-case.ts';
import { firstOrder, movedOrder, takenBack } from '../outcome/joining-order.ts';
import type { Switch } from '../switch.ts';
import { asBefore, isSame, type PlannedDays, planDays, planOrders } from './plan.ts';

/** How a switch is planned on the case: as it stood, as it will stand (dated or called off), and by whom. */
export type SwitchPlan = {
  readonly was: Switch;
  readonly next: Switch;
  readonly switchCase: SwitchCase;
  readonly pack: Pack;
  readonly kind: ProviderKind;
  readonly by: string;
  readonly at: Instant;
};

/** What the plan comes to; `sent` is the order that the joining provider gets now. */
type Planned = { readonly effects: Effects; readonly moved: Switch['moved']; readonly sent?: Order };

type PlanRefusal =
  | 'case-without-provider'
  | 'case-has-order'
  | 'joining-order-over'
  | 'order-closed'
  | 'order-ending'
  | 'pack-without-clock';

/** The leaving provider's days as they will stand. */
function leavingDays({ give, change, take }: PlannedDays, { held }: SwitchCase, table: Table): readonly Change[] {
  const assignments = assignmentStore(table);
  const over = (next: Assignment) => held.filter(({ entity }) => isSame(entity, next)).slice(0, 1);
  return [
    ...give.map((next) => assignments.add(next)),
    ...change.flatMap((next) => over(next).map((known) => assignments.save(next, known))),
    ...take.flatMap((next) => over(next).map((known) => assignments.remove(known))),
  ];
}

/** The joining provider's order and days: sent, moved to other days, or taken back. */
function joiningOrder(plan: SwitchPlan, { split }: PlannedDays, deps: Deps): Result<Planned, PlanRefusal> {
  const { was, next, switchCase, pack, kind, by, at } = plan;
  const { joiningOrder: known, given } = switchCase;
  const assignments = assignmentStore(deps.table);
  const orders = orderStore(deps.table);
  const days = split.moved;
  if (!days) {
    const back = known && takenBack(known.stored.entity, { by, at });
    return accept({
      moved: undefined,
      effects: {
        saves: [
          ...(given ? [assignments.remove(given)] : []),
          ...(known && back && back.order !== known.stored.entity ? [orders.save(back.order, known.stored)] : []),
        ],
        deadlines: known && back ? deadlinesAfter(known.deadlines, { moves: back.move }, at).moved : [],
      },
    });
  }
  const base = { caseNo: next.caseNo, providerId: next.joiningId, officerId: next.officerId };
  if (!known) {
    const made = firstOrder(next, { id: deps.newId('B'), kind, days, at }, pack);
    if (!made.ok) return made;
    const { order, deadlines } = made.value;
    return accept({
      moved: { orderId: order.id, before: [] },
      sent: order,
      effects: {
        saves: [orders.save(order, undefined), assignments.add({ ...base, ...days, orderId: order.id })],
        deadlines: opened(deadlines),
      },
    });
  }
  const held = switchCase.held.map(({ entity }) => entity);
  const drawn = was.date && splitAssignments(asBefore(was, held), was.date.on).moved?.services;
  const made = movedOrder(known.stored.entity, { days, drawn, kind, at }, pack);
  if (!made.ok) return made;
  const { order, move } = made.value;
  const assignment = { ...base, services: order.services, from: order.from, to: order.to, orderId: order.id };
  const isSameKey = given?.entity.from === order.from;
  return accept({
    moved: { orderId: order.id, before: [] },
    effects: {
      saves: [
        orders.save(order, known.stored),
        ...(given && !isSameKey ? [assignments.remove(given)] : []),
        given && isSameKey ? assignments.save(assignment, given) : assignments.add(assignment),
      ],
      deadlines: deadlinesAfter(known.deadlines, { moves: move }, at).moved,
    },
  });
}

/**
 * The switch planned on the case in one go: the leaving provider's days and orders, the joining one's, what each waits
 * for, and the case itself, on whose version two who order at once meet. Refused where somebody else would get a day
 * that is served already.
 */
export function planSwitch(plan: SwitchPlan, deps: Deps): Result<Planned, PlanRefusal> {
  const { was, next, switchCase, by, at } = plan;
  const on = next.state === 'called-off' ? undefined : next.date?.on;
  const held = switchCase.held.map(({ entity }) => entity);
  const days = planDays(was, held, on);
  if (on !== undefined && !days.split.moved) return refuse('conflict', 'case-without-provider');
  const wanted = [...days.give, ...days.change, ...(days.split.moved ? [days.split.moved] : [])];
  if (wanted.some((one) => switchCase.others.some((other) => overlaps(one, other))))
    return refuse('conflict', 'case-has-order');
  const orders = new Map([...switchCase.leavingOrders].map(([id, { stored }]) => [id, stored.entity]));
  const ended = planOrders(was, days, orders, { on, by, at });
  if (!ended.ok) return ended;
  const joining = joiningOrder(plan, days, deps);
  if (!joining.ok) return joining;
  const { moved, effects, sent } = joining.value;
  const { theCase } = switchCase;
  const leaving = {
    saves: [
      ...leavingDays(days, switchCase, deps.table),
      ...ended.value.orders.flatMap((order) => {
        const over = switchCase.leavingOrders.get(order.id)?.stored;
        return over ? [orderStore(deps.table).save(order, over)] : [];
      }),
    ],
    deadlines: leavingDeadlines(plan, days, on),
  };
  return accept({
    moved: moved && { ...moved, before: [...ended.value.before] },
    ...(sent ? { sent } : {}),
    effects: together(leaving, effects, { saves: [caseStore(deps.table).save(theCase.entity, theCase)] }),
  });
}
