import { dateOf, type Instant, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { isTheirs, type OrderCaller } from '../order.ts';

/**
 * Whether the customer has nobody else from now on: who takes over has the days, and the one before is on its last. A
 * switch that is called off is undone at midnight, when the order before it would already be closed.
 */
export const hasTakenOver = ({ choice, from }: Order, at: Instant): boolean =>
  (choice?.how === 'SWITCHED' || choice?.how === 'MOVED') && from <= plusDays(dateOf(at), 1);

export type RejectRefusal =
  | ('order-not-found' | 'order-closed' | 'order-taken-back')
  | ('order-not-open' | 'order-taken-over' | 'rejection-without-ceiling');

/**
 * A provider with a ceiling may say that there is no room, before it has confirmed; nothing else is refused (A58). One
 * that takes over may no longer on the day before its first: the provider before it goes, and no day may be bare (L-63,
 * S-56).
 */
export function reject(order: Order, by: OrderCaller, hasCeiling: boolean): Result<Order, RejectRefusal> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.state !== 'placed') return refuse('conflict', 'order-not-open');
  if (hasTakenOver(order, by.at)) return refuse('conflict', 'order-taken-over');
  if (!hasCeiling) return refuse('conflict', 'rejection-without-ceiling');
  return accept({ ...order, state: 'rejected', rejected: { at: by.at, by: by.userId, reason: 'CAPACITY' } });
}
