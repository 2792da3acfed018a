import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { marked, type Switch } from '../switch.ts';

/**
 * A switch as it is now: the mark that its joining provider has not begun, once the day has passed, is never kept, since
 * it is the order that knows (S-56, A69).
 */
export async function asItIsOn(one: Switch, at: Instant, { table }: Pick<Deps, 'table'>): Promise<Switch> {
  if (one.state !== 'switched' || !one.moved || !one.date || one.date.on >= dateOf(at)) return one;
  const order = (await orderStore(table).find(one.moved.orderId))?.entity;
  const isAwaited = order && !isOver(order) && !order.started && !order.firstVisit;
  return isAwaited ? { ...one, warnings: marked(one.warnings, ['JOINING_NOT_BEGUN']) } : one;
}
