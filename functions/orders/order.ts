import { dateOf, type Instant, type LocalDate } from '../../shared/domain/local-time.ts';
import type { Order, OrderState } from '../../shared/domain/order.ts';
import { isOver } from '../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';

export type OrderCaller = { readonly userId: string; readonly providerId: string | undefined; readonly at: Instant };

/** What belongs to another provider is answered exactly like what does not exist. */
export const isTheirs = (order: Order, by: OrderCaller) => order.providerId === by.providerId;

const isLate = ({ confirmBy }: Order, at: Instant) => confirmBy !== undefined && at > confirmBy;

/** Help has begun, or the provider has reported the first visit. */
export const hasBegun = ({ state, started, firstVisit }: Order): boolean =>
  started !== undefined || firstVisit !== undefined || state === 'started' || state === 'paused';

/** An order that is ending goes on being carried out until then: what it becomes is what it goes back to. */
export const goingTo = (order: Order, state: OrderState): Pick<Order, 'state' | 'ending'> =>
  order.state === 'ending' && order.ending
    ? { state: 'ending', ending: { ...order.ending, before: state } }
    : { state, ...(order.ending ? { ending: order.ending } : {}) };

/** Only the chosen provider confirms, and only once. A late confirmation is accepted and marked (L-12, S-28). */
export function confirm(
  order: Order,
  by: OrderCaller,
  canStartAt?: Instant,
): Result<Order, 'order-not-found' | 'order-closed' | 'order-not-open'> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.confirmed || order.state === 'confirmed' || hasBegun(order)) return refuse('conflict', 'order-not-open');
  const late = isLate(order, by.at);
  return accept({
    ...order,
    ...goingTo(order, 'confirmed'),
    confirmed: { at: by.at, by: by.userId, late, implicit: false, canStartAt },
  });
}

/** A first visit on an earlier day than the limit's was in time, however late the message of it (A04). */
export const wasInTime = (limit: Instant | undefined, on: LocalDate, told: Instant): boolean =>
  limit === undefined || told <= limit || on < dateOf(limit);

type CannotBegin =
  | ('order-not-found' | 'order-closed' | 'order-already-started')
  | ('start-ahead' | 'start-before-order' | 'first-visit-told');

/** What a message of the first visit changes: its day may lie back in time, never ahead, never before the order. */
function visit(
  order: Order,
  by: OrderCaller,
  on: LocalDate,
): Result<Pick<Order, 'confirmed' | 'firstVisit'>, CannotBegin> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.firstVisit && !order.started) return refuse('conflict', 'first-visit-told');
  if (hasBegun(order)) return refuse('conflict', 'order-already-started');
  if (on > dateOf(by.at)) return refuse('invalid', 'start-ahead', [{ at: 'body.startedOn', code: 'start-ahead' }]);
  if (on < order.from)
    return refuse('invalid', 'start-before-order', [{ at: 'body.startedOn', code: 'start-before-order' }]);
  const implicit = { at: by.at, by: by.userId, late: isLate(order, by.at), implicit: true };
  const confirmed = order.confirmed ?? (order.confirmBy === undefined ? undefined : implicit);
  return accept({
    ...(confirmed ? { confirmed } : {}),
    firstVisit: { at: by.at, by: by.userId, on, late: !wasInTime(order.startBy, on, by.at) },
  });
}

/**
 * The provider has begun (L-16, S-12). Beginning without having confirmed, where that is asked for, confirms at the same
 * instant (A57).
 */
export function start(order: Order, by: OrderCaller, on: LocalDate): Result<Order, CannotBegin> {
  const told = visit(order, by, on);
  if (!told.ok) return told;
  const { firstVisit: started, ...rest } = told.value;
  return accept({ ...order, ...rest, ...goingTo(order, 'started'), started });
}

/** The provider reports the day of the first visit; the officer sets the order as executed from it (S-36, S-38). */
export function tellFirstVisit(order: Order, by: OrderCaller, on: LocalDate): Result<Order, CannotBegin> {
  const told = visit(order, by, on);
  if (!told.ok) return told;
  const state = told.value.confirmed && order.state === 'placed' ? 'confirmed' : order.state;
  return accept({ ...order, ...told.value, state });
}

/**
 * A later start, by the officer's instruction or agreed with the customer (S-14, S-15, S-33). Agreed after the limit had
 * passed it still moves the date, and the record keeps that it was late (A56, E52).
 */
export function defer(
  order: Order,
  by: { readonly userId: string; readonly at: Instant },
  until: Instant,
  wish: 'officer' | 'customer',
): Result<Order, 'order-closed' | 'order-already-started' | 'deferral-not-later'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (hasBegun(order)) return refuse('conflict', 'order-already-started');
  if (until <= by.at || (order.startBy !== undefined && until <= order.startBy))
    return refuse('invalid', 'deferral-not-later', [{ at: 'body.until', code: 'deferral-not-later' }]);
  const late = order.deferral?.late === true || (order.startBy !== undefined && by.at > order.startBy);
  return accept({ ...order, startBy: until, deferral: { at: by.at, by: by.userId, until, wish, late } });
}
