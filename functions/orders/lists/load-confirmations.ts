import { firstDay, type Instant, type Month, nextMonth, startOfDay } from '../../../shared/domain/local-time.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { isConfirmedLate } from '../order.ts';

/** How many orders of a month were to be confirmed, and how many of them were late with it, or still are. */
type Confirmations = { readonly asked: number; readonly late: number };

/** What was rejected or taken back waits for no receipt. */
const states: readonly OrderState[] = ['placed', 'confirmed', 'started', 'paused', 'ending', 'closed'];

/** Of the orders that were placed with a provider in a month (L-12, S-28). */
export async function confirmationsOf(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<Confirmations> {
  const time = { from: startOfDay(firstDay(month)), until: startOfDay(firstDay(nextMonth(month))) };
  const orders = await orderStore(table).placedIn(providerId, states, time);
  const asked = orders.filter(({ confirmBy }) => confirmBy !== undefined);
  const late = asked.filter((order) => order.confirmed?.late ?? isConfirmedLate(order, at));
  return { asked: asked.length, late: late.length };
}
