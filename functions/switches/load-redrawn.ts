import { type Assignment, overlaps } from '../../shared/domain/assignment.ts';
import { type Deadline, lapse } from '../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Pack, ProviderKind } from '../../shared/packs/pack.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { assigning } from '../../shared/stores/assigning.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { leavesNothing } from './handover.ts';
import { firstOrder, movedOrder, takenBack } from './joining-order.ts';
import type { Moving } from './load-moving.ts';
import { splitAt } from './moving.ts';
import { afterRedraw } from './papers.ts';
import { asBefore, isSame, type Redrawn, redraw, reordered } from './redraw.ts';
import type { Switch } from './switch.ts';
import { documentsDue } from './switch-deadlines.ts';

/** How a switch is drawn on the case: as it stood, as it will stand (dated or called off), and by whom. */
export type Drawing = {
  readonly was: Switch;
  readonly next: Switch;
  readonly moving: Moving;
  readonly pack: Pack;
  readonly kind: ProviderKind;
  readonly by: string;
  readonly at: Instant;
};

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

const changed = (
  deadlines: readonly Stored<Deadline>[],
  move: (deadline: Deadline) => Deadline,
  { table }: Deps,
): readonly Change[] =>
  deadlines.flatMap((over) => {
    const next = move(over.entity);
    return next === over.entity ? [] : [deadlineStore(table).save(next, over)];
  });

/** The papers and limits of one of the leaving provider's orders, or of what it had before the system. */
function paperChanges(
  standing: readonly Stored<Deadline>[],
  { fate, papers }: { fate: 'cut' | 'dropped' | 'whole'; papers: Deadline | undefined },
  at: Instant,
  deps: Deps,
): readonly Change[] {
  const isNew = papers !== undefined && !standing.some(({ entity }) => entity.code === 'D15');
  return [
    ...changed(standing, (deadline) => afterRedraw(deadline, fate, papers, at), deps),
    ...(isNew ? [deadlineStore(deps.table).open(papers, at)] : []),
  ];
}

function leavingDeadlines(
  { was, next, moving, pack, at }: Drawing,
  { split }: Redrawn,
  on: LocalDate | undefined,
  deps: Deps,
) {
  const isCut = (orderId: string | undefined) => split.cut.some(({ assignment }) => assignment.orderId === orderId);
  // What has not begun has no documentation; what goes over in full is written down as not waited for (L-65).
  const owes = (order: Order | undefined): Deadline | undefined => {
    if (on === undefined || (order && !order.started)) return undefined;
    const papers = documentsDue(next, order, on, pack);
    return leavesNothing(next) ? lapse(papers, at) : papers;
  };
  const touched = new Set(
    [...(was.moved?.before ?? []), ...split.cut, ...split.dropped.map((assignment) => ({ assignment }))].flatMap(
      ({ assignment }) => assignment.orderId ?? [],
    ),
  );
  const ofOrders = [...touched].flatMap((orderId) => {
    const order = moving.leavingOrders.get(orderId);
    if (!order) return [];
    const isDropped = split.dropped.some((assignment) => assignment.orderId === orderId);
    const fate = isCut(orderId) ? 'cut' : isDropped ? 'dropped' : 'whole';
    const papers = fate === 'cut' ? owes(order.stored.entity) : undefined;
    return paperChanges(order.deadlines, { fate, papers }, at, deps);
  });
  const papers = isCut(undefined) ? owes(undefined) : undefined;
  const standing = moving.casePapers ? [moving.casePapers] : [];
  return [...ofOrders, ...paperChanges(standing, { fate: papers ? 'cut' : 'whole', papers }, at, deps)];
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
        ...(back && joiningOrder ? changed(joiningOrder.deadlines, back.move, deps) : []),
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
      ...changed(joiningOrder.deadlines, move, deps),
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
