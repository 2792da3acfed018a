import { type Assignment, sharedServices } from '../../../shared/domain/assignment.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import {
  arrangementOf,
  assigned,
  assignmentOf,
  changeCare,
  giveCare,
  splitAssignments,
  takeCareBack,
} from '../../orders/door.ts';
import { leavingDeadlines } from '../documents/documentation-deadlines-step.ts';
import type { SwitchCase } from '../load-switch-case.ts';
import { firstOrder, movedOrder, takenBack } from '../outcome/joining-order.ts';
import type { Switch } from '../switch.ts';
import { asBefore, isSame, type PlannedDays, planDays, planOrders } from './plan.ts';

/** How a switch is planned on the case: as it was, as it will be (dated or called off), and by whom. */
export type SwitchPlan = Routine & {
  readonly was: Switch;
  readonly next: Switch;
  readonly switchCase: SwitchCase;
  readonly joining: Provider;
  readonly by: string;
  readonly at: Instant;
};

type Planned = { readonly effects: Effects; readonly moved: Switch['moved'] };

type Days = NonNullable<PlannedDays['split']['moved']>;

type PlanRefusal =
  | 'case-without-provider'
  | 'case-has-order'
  | 'joining-order-over'
  | 'order-closed'
  | 'order-taken-back'
  | 'order-ending'
  | 'pack-without-clock';

/** The leaving provider's days as they will be. */
function leavingDays({ give, change, take }: PlannedDays, { held }: SwitchCase, deps: Deps): readonly Change[] {
  const assign = assigned(deps);
  const over = (next: Assignment) => held.filter(({ entity }) => isSame(entity, next)).slice(0, 1);
  return [
    ...give.flatMap((next) => assign.give(next)),
    ...change.flatMap((next) => over(next).flatMap((known) => assign.change(next, known))),
    ...take.flatMap((next) => over(next).flatMap((known) => assign.take(known))),
  ];
}

/** The joining provider gets its order, by its own kind's letter (L-10, S-08), or later by the officer's contact (S-23). */
async function joins(plan: SwitchPlan, days: Days, deps: Deps): Promise<Result<Planned, PlanRefusal>> {
  const { next, joining: provider, pack, at } = plan;
  const arrangement = arrangementOf(pack, provider.kind);
  if (!arrangement.ok) return arrangement;
  const leaving = [...plan.switchCase.leavingOrders.values()].map(({ stored }) => stored.entity);
  const left = leaving.filter((order) => !isOver(order));
  const made = firstOrder(next, { id: deps.newId('B'), kind: provider.kind, days, left, at }, pack);
  if (!made.ok) return made;
  const receiving = { ...plan, provider, arrangement: arrangement.value, givenBy: 'officer' } as const;
  const refs = { providerId: provider.id, how: 'SWITCHED' };
  const rows = [{ event: 'order-placed', rule: arrangement.value.rules.placed, refs }];
  const effects = await giveCare(made.value, receiving, rows, deps);
  return accept({ moved: { orderId: made.value.order.id, before: [] }, effects });
}

/** What is known of the customer stays with the joining provider's days when they move. */
const asMoved = (order: Order, given: Assignment | undefined): Assignment => ({
  ...assignmentOf(order),
  ...(given?.known ? { known: given.known } : {}),
  ...(given?.needsToldOn ? { needsToldOn: given.needsToldOn } : {}),
});

/** The joining provider's order and days: sent, moved to other days, or taken back. */
async function joiningCare(
  plan: SwitchPlan,
  { split }: PlannedDays,
  deps: Deps,
): Promise<Result<Planned, PlanRefusal>> {
  const { was, switchCase, pack, joining, by, at } = plan;
  const { joiningOrder, given } = switchCase;
  const days = split.moved;
  if (!joiningOrder) return days ? joins(plan, days, deps) : accept({ moved: undefined, effects: {} });
  const care = { ...joiningOrder, given };
  const known = joiningOrder.stored.entity;
  if (!days) {
    const { order, move } = takenBack(known, { by, at });
    return accept({
      moved: undefined,
      effects: takeCareBack(order, care, { waits: { moves: move }, at }, deps).effects,
    });
  }
  const held = switchCase.held.map(({ entity }) => entity);
  const drawn = was.date && splitAssignments(asBefore(was, held), was.date.on).moved?.services;
  const made = movedOrder(known, { days, drawn, kind: joining.kind, at }, pack);
  if (!made.ok) return made;
  const { order, move } = made.value;
  const changes = { assignment: asMoved(order, given?.entity), waits: { moves: move }, at };
  return accept({ moved: { orderId: order.id, before: [] }, effects: changeCare(order, care, changes, deps).effects });
}

/**
 * The switch planned on the case in one go: the leaving provider's days and orders, the joining one's, what each waits
 * for, and the case itself, on whose version two who order at once meet. Refused where somebody else would get a day
 * that is served already.
 */
export async function planSwitch(plan: SwitchPlan, deps: Deps): Promise<Result<Planned, PlanRefusal>> {
  const { was, next, switchCase, by, at } = plan;
  const on = next.state === 'called-off' ? undefined : next.date?.on;
  const held = switchCase.held.map(({ entity }) => entity);
  const days = planDays(was, held, on);
  if (on !== undefined && !days.split.moved) return refuse('conflict', 'case-without-provider');
  const wanted = [...days.give, ...days.change, ...(days.split.moved ? [days.split.moved] : [])];
  if (wanted.some((one) => switchCase.others.some((other) => sharedServices(one, other).length > 0)))
    return refuse('conflict', 'case-has-order');
  const orders = new Map([...switchCase.leavingOrders].map(([id, { stored }]) => [id, stored.entity]));
  const ended = planOrders(was, days, orders, { on, by, at });
  if (!ended.ok) return ended;
  const joining = await joiningCare(plan, days, deps);
  if (!joining.ok) return joining;
  const { moved, effects } = joining.value;
  const { theCase } = switchCase;
  const leaving = {
    saves: [
      ...leavingDays(days, switchCase, deps),
      ...ended.value.orders.flatMap((order) => {
        const over = switchCase.leavingOrders.get(order.id)?.stored;
        return over ? [orderStore(deps.table).save(order, over)] : [];
      }),
    ],
    deadlines: leavingDeadlines(plan, days, on),
  };
  return accept({
    moved: moved && { ...moved, before: [...ended.value.before] },
    effects: together(leaving, effects, { saves: [caseStore(deps.table).save(theCase.entity, theCase)] }),
  });
}
