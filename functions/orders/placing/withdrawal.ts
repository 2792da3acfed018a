import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { hasBegun } from '../order.ts';

/** An end that others have part in is not the officer's to undo by taking the order back. */
const isSettled = ({ ending }: Order): boolean =>
  ending !== undefined && ending.cause !== 'DECISION' && ending.cause !== 'WISH';

/**
 * An order that was sent by mistake is taken back, as long as nobody has acted on it: once it is confirmed, or the help
 * has begun, it is ended instead. What a switch has ordered goes with the switch.
 */
export function takeOrderBack(
  order: Order,
  { at, by, reason }: { readonly at: Instant; readonly by: string; readonly reason: string },
): Result<Order, 'order-closed' | 'order-taken-back' | 'order-confirmed' | 'order-of-switch' | 'order-ending'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.confirmed || order.state === 'confirmed' || hasBegun(order)) return refuse('conflict', 'order-confirmed');
  if (order.choice?.how === 'SWITCHED') return refuse('conflict', 'order-of-switch');
  if (isSettled(order)) return refuse('conflict', 'order-ending');
  const { ending: _, ...rest } = order;
  return accept({ ...rest, state: 'withdrawn', withdrawn: { at, by, reason } });
}
