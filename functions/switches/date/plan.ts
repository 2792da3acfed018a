import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { endBy, type Split, splitAssignments } from '../../orders/door.ts';
import type { Before, Switch } from '../switch.ts';

/** The key of an assignment: what never changes in it. */
export const isSame = (one: Assignment, other: Assignment): boolean =>
  one.from === other.from && one.orderId === other.orderId && one.providerId === other.providerId;

type Dated = Pick<Switch, 'date' | 'moved'>;
const beforeOf = ({ moved }: Dated): readonly Before[] => moved?.before ?? [];

/**
 * What the leaving provider has but for this switch: what its date cut or dropped is put back. What somebody has
 * shortened since is left as it is.
 */
export function asBefore(one: Dated, held: readonly Assignment[]): readonly Assignment[] {
  const cutTo = one.date && plusDays(one.date.on, -1);
  const now = held.map((assignment) => {
    const before = beforeOf(one).find((known) => isSame(known.assignment, assignment));
    return before && assignment.to === cutTo ? { ...assignment, to: before.assignment.to } : assignment;
  });
  const gone = beforeOf(one).filter(({ assignment }) => !held.some((known) => isSame(known, assignment)));
  return [...now, ...gone.map(({ assignment }) => assignment)];
}

/** What is to be done with the leaving provider's assignments, each in the words of the store. */
export type PlannedDays = {
  readonly split: Split;
  readonly give: readonly Assignment[];
  readonly change: readonly Assignment[];
  readonly take: readonly Assignment[];
};

/**
 * The leaving provider's days with the switch on `on`, or as they were before it when it is called off (`on` left out).
 */
export function planDays(one: Dated, held: readonly Assignment[], on: LocalDate | undefined): PlannedDays {
  const before = asBefore(one, held);
  const split: Split = on === undefined ? { cut: [], dropped: [], moved: undefined } : splitAssignments(before, on);
  const wanted = before.flatMap((assignment) => {
    if (split.dropped.includes(assignment)) return [];
    const cut = split.cut.find((known) => known.assignment === assignment);
    return [cut ? { ...assignment, to: cut.to } : assignment];
  });
  return {
    split,
    give: wanted.filter((next) => !held.some((known) => isSame(known, next))),
    change: wanted.filter((next) => held.some((known) => isSame(known, next) && known.to !== next.to)),
    take: held.filter((known) => !wanted.some((next) => isSame(known, next))),
  };
}

/** An order as it was before this switch gave it an end; one that has got another end since is left alone. */
function asItStood(order: Order, before: Before | undefined): Order {
  if (!before || order.ending?.cause !== 'SWITCH') return order;
  const { ending, ...rest } = order;
  return before.ending
    ? { ...rest, state: 'ending', ending: before.ending }
    : { ...rest, state: ending?.before ?? order.state };
}

/**
 * The leaving provider's orders after a plan of their days: those that it cut or dropped end the day before the switch
 * (L-62, L-63), and those that are whole again are as they were. With what to put back, should the date move or go.
 */
export function planOrders(
  one: Dated,
  { split }: PlannedDays,
  orders: ReadonlyMap<string, Order>,
  { on, by, at }: { readonly on: LocalDate | undefined; readonly by: string; readonly at: Instant },
): Result<
  { readonly orders: readonly Order[]; readonly before: readonly Before[] },
  'order-closed' | 'order-taken-back' | 'order-ending'
> {
  const known = (assignment: Assignment) => beforeOf(one).find((before) => isSame(before.assignment, assignment));
  const next = new Map<string, Order>();
  for (const before of beforeOf(one)) {
    const order = before.assignment.orderId === undefined ? undefined : orders.get(before.assignment.orderId);
    if (order) next.set(order.id, asItStood(order, before));
  }
  const touched = [...split.cut.map(({ assignment }) => assignment), ...split.dropped];
  const before: Before[] = [];
  for (const assignment of touched) {
    const order = assignment.orderId === undefined ? undefined : orders.get(assignment.orderId);
    const stood = order && asItStood(order, known(assignment));
    before.push({ assignment, ending: stood?.ending });
    if (!stood || on === undefined) continue;
    const ended = endBy(stood, { cause: 'SWITCH', lastDay: plusDays(on, -1), by, at });
    if (!ended.ok) return ended;
    next.set(stood.id, ended.value);
  }
  return accept({ orders: [...next.values()].filter((order) => order !== orders.get(order.id)), before });
}
