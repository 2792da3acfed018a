import { dateOf, type Instant, type LocalDate } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';

type By = { readonly userId: string; readonly providerId: string | undefined; readonly at: Instant };

/** What belongs to another provider is answered exactly like what does not exist. */
const isTheirs = (order: Order, by: By) => order.providerId === by.providerId;

const isLate = ({ confirmBy }: Order, at: Instant) => confirmBy !== undefined && at > confirmBy;

/** Only the chosen provider confirms, and only once. A late confirmation is accepted and marked (L-12). */
export function confirm(
  order: Order,
  by: By,
  canStartAt?: Instant,
): Result<Order, 'order-not-found' | 'order-not-open'> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (order.state !== 'placed') return refuse('conflict', 'order-not-open');
  const late = isLate(order, by.at);
  return accept({
    ...order,
    state: 'confirmed',
    confirmed: { at: by.at, by: by.userId, late, implicit: false, canStartAt },
  });
}

/**
 * The provider has begun (L-16). Beginning without having confirmed confirms at the same instant (A57). The first
 * visit's day may lie back in time, never ahead.
 */
export function start(
  order: Order,
  by: By,
  on: LocalDate,
): Result<Order, 'order-not-found' | 'order-already-started' | 'start-ahead' | 'start-before-order'> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (order.state === 'started') return refuse('conflict', 'order-already-started');
  if (on > dateOf(by.at)) return refuse('invalid', 'start-ahead', [{ at: 'body.startedOn', code: 'start-ahead' }]);
  if (on < order.from)
    return refuse('invalid', 'start-before-order', [{ at: 'body.startedOn', code: 'start-before-order' }]);
  const confirmed = order.confirmed ?? { at: by.at, by: by.userId, late: isLate(order, by.at), implicit: true };
  // A first visit on an earlier day than the limit's was in time, however late the message of it (A04).
  const late = order.startBy !== undefined && by.at > order.startBy && on >= dateOf(order.startBy);
  return accept({ ...order, state: 'started', confirmed, started: { at: by.at, by: by.userId, on, late } });
}

/**
 * A later start, by the officer's instruction or agreed with the customer (S-14, S-15). Agreed after the limit had
 * passed it still moves the date, and the record keeps that it was late (A56, E52).
 */
export function defer(
  order: Order,
  by: { readonly userId: string; readonly at: Instant },
  until: Instant,
  wish: 'officer' | 'customer',
): Result<Order, 'order-already-started' | 'deferral-not-later'> {
  if (order.state === 'started') return refuse('conflict', 'order-already-started');
  if (order.startBy !== undefined && until <= order.startBy)
    return refuse('invalid', 'deferral-not-later', [{ at: 'body.until', code: 'deferral-not-later' }]);
  const late = order.startBy !== undefined && by.at > order.startBy;
  return accept({ ...order, startBy: until, deferral: { at: by.at, by: by.userId, until, wish, late } });
}
