import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { close } from './may-close.ts';

/**
 * An order that the municipality's own decided last day has closed, or its own to which it was granted: that day may have
 * been wrong. A death is undone in its own way, and an end that a switch or the provider's end has settled is with others.
 */
export const isClosedByDay = ({ state, ending }: Order): boolean =>
  state === 'closed' && ending?.lastDay !== undefined && (ending.cause === 'DECISION' || ending.cause === 'WISH');

/** The order's own last day, before any end; older ones that are closed have not kept it. */
const ownToOf = ({ ending }: Order): LocalDate | null => ending?.ownTo ?? null;

/** Whether a last day was decided beside the order's own: only that can be taken back. */
export const isClosedByDecision = (order: Order): boolean => {
  const own = ownToOf(order);
  return isClosedByDay(order) && (own === null || (order.ending?.lastDay ?? own) < own);
};

/** The order as it was while it was ending; another is as it is. */
export function unclosed(order: Order): Order {
  if (!isClosedByDay(order)) return order;
  const { closed: _, ...rest } = order;
  return { ...rest, state: 'ending', to: ownToOf(order) };
}

/** Closed at once when its last day is already past: nobody waits for the clock to see a day that has been. */
export function closedAgain(order: Order, by: Parameters<typeof close>[1]): Order {
  const closed = close(order, by);
  return closed.ok ? closed.value : order;
}
