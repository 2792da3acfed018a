import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { goingTo, hasBegun, isConfirmedLate, isTheirs, type OrderCaller } from '../order.ts';

export type ConfirmRefusal = 'order-not-found' | 'order-closed' | 'order-taken-back' | 'order-not-open';

/** Only the chosen provider confirms, and only once. A late confirmation is accepted and marked (L-12, S-28). */
export function confirm(order: Order, by: OrderCaller, canStartAt?: Instant): Result<Order, ConfirmRefusal> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.confirmed || order.state === 'confirmed' || hasBegun(order)) return refuse('conflict', 'order-not-open');
  const late = isConfirmedLate(order, by.at);
  return accept({
    ...order,
    // One that waits for the customer to come home goes on waiting.
    ...(order.pause ? { pause: { ...order.pause, before: 'confirmed' as const } } : goingTo(order, 'confirmed')),
    confirmed: { at: by.at, by: by.userId, late, implicit: false, canStartAt },
  });
}
