import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { goingTo, hasBegun, isConfirmedLate, isTheirs, type OrderCaller } from '../order.ts';

/** A first visit on an earlier day than the limit's was in time, however late the message of it (A04). */
export const wasInTime = (limit: Instant | undefined, on: LocalDate, told: Instant): boolean =>
  limit === undefined || told <= limit || on < dateOf(limit);

export type CannotBegin =
  | ('order-not-found' | 'order-closed' | 'order-taken-back' | 'order-already-started')
  | ('start-ahead' | 'start-before-order' | 'first-visit-told');

/** What a message of the first visit changes: its day may lie back in time, never ahead, never before the order. */
function visit(
  order: Order,
  by: OrderCaller,
  on: LocalDate,
): Result<Pick<Order, 'confirmed' | 'firstVisit'>, CannotBegin> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.firstVisit && !order.started) return refuse('conflict', 'first-visit-told');
  if (hasBegun(order)) return refuse('conflict', 'order-already-started');
  if (on > dateOf(by.at)) return refuse('invalid', 'start-ahead', [{ at: 'body.startedOn', code: 'start-ahead' }]);
  if (on < order.from)
    return refuse('invalid', 'start-before-order', [{ at: 'body.startedOn', code: 'start-before-order' }]);
  const implicit = { at: by.at, by: by.userId, late: isConfirmedLate(order, by.at), implicit: true };
  const confirmed = order.confirmed ?? (order.confirmBy === undefined ? undefined : implicit);
  return accept({
    ...(confirmed ? { confirmed } : {}),
    firstVisit: { at: by.at, by: by.userId, on, late: !wasInTime(order.startBy, on, by.at) },
  });
}

/**
 * Whether a visit ends the stay in hospital: who is visited at home is there, whatever home-coming was planned (L-68, A71).
 * One before the admission, or on its day, says nothing of it, unless the home-coming was planned for that very day.
 */
export function isHomeAt({ pause }: Order, on: LocalDate): boolean {
  if (!pause) return false;
  return on > pause.from || (on === pause.from && pause.homecoming !== undefined && dateOf(pause.homecoming) <= on);
}

const atHome = ({ pause: _, ...order }: Order): Order => order;

/**
 * The provider has begun (L-16, S-12). Beginning without having confirmed, where that is asked for, confirms at the same
 * instant (A57).
 */
export function start(order: Order, by: OrderCaller, on: LocalDate): Result<Order, CannotBegin> {
  const told = visit(order, by, on);
  if (!told.ok) return told;
  const { firstVisit: started, ...rest } = told.value;
  if (order.pause && !isHomeAt(order, on)) {
    const { before: _, ...pause } = order.pause;
    return accept({ ...order, ...rest, ...goingTo(order, 'paused'), pause, started });
  }
  return accept({ ...atHome(order), ...rest, ...goingTo(order, 'started'), started });
}

/** The provider reports the day of the first visit; the officer sets the order as executed from it (S-36, S-38). */
export function tellFirstVisit(order: Order, by: OrderCaller, on: LocalDate): Result<Order, CannotBegin> {
  const told = visit(order, by, on);
  if (!told.ok) return told;
  const confirmed = told.value.confirmed ? 'confirmed' : 'placed';
  if (order.pause && !isHomeAt(order, on))
    return accept({ ...order, ...told.value, pause: { ...order.pause, before: confirmed } });
  const next = order.pause || order.state === 'placed' ? goingTo(order, confirmed) : {};
  return accept({ ...atHome(order), ...told.value, ...next });
}

/**
 * The officer sets the order as executed from the day of the first visit that the provider reported, and no other
 * (S-38).
 */
export function execute(
  order: Order,
  by: { readonly userId: string; readonly at: Instant },
  from: LocalDate,
): Result<
  Order,
  'order-closed' | 'order-taken-back' | 'order-already-started' | 'first-visit-not-told' | 'bad-request'
> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.started) return refuse('conflict', 'order-already-started');
  if (!order.firstVisit) return refuse('conflict', 'first-visit-not-told');
  if (from !== order.firstVisit.on)
    return refuse('invalid', 'bad-request', [{ at: 'body.executedFrom', code: 'not-first-visit-day' }]);
  const started = { at: by.at, by: by.userId, on: from, late: order.firstVisit.late };
  if (!order.pause) return accept({ ...order, ...goingTo(order, 'started'), started });
  // Who has gone to hospital after the first visit is still there.
  const { before: _, ...pause } = order.pause;
  return accept({ ...order, pause, started });
}
