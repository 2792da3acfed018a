import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { hasBegun } from '../order.ts';

/**
 * A later start, by the officer's instruction or agreed with the customer (S-14, S-15, S-33). Agreed after the limit had
 * passed it still moves the date, and the record keeps that it was late (A56, E52). One that was moved may be moved back,
 * as when a home-coming is brought forward (L-68), though never before the limit that the order itself has set.
 */
export function defer(
  order: Order,
  by: { readonly userId: string; readonly at: Instant },
  until: Instant,
  wish: 'officer' | 'customer',
  floor?: Instant,
): Result<Order, 'order-closed' | 'order-taken-back' | 'order-already-started' | 'deferral-not-later'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (hasBegun(order)) return refuse('conflict', 'order-already-started');
  if (until === order.deferral?.until) return accept(order);
  const isEarly = order.deferral
    ? dateOf(until) < order.from || (floor !== undefined && until < floor)
    : order.startBy !== undefined && until <= order.startBy;
  if (until <= by.at || isEarly)
    return refuse('invalid', 'deferral-not-later', [{ at: 'body.until', code: 'deferral-not-later' }]);
  const late = order.deferral?.late === true || (order.startBy !== undefined && by.at > order.startBy);
  return accept({ ...order, startBy: until, deferral: { at: by.at, by: by.userId, until, wish, late } });
}
