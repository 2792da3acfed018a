import { type Instant, type LocalDate, plusDays, startOfDay } from './local-time.ts';
import type { Order } from './order.ts';

export const earlierOf = (one: LocalDate | undefined, other: LocalDate): LocalDate =>
  one !== undefined && one < other ? one : other;

/** Whether nothing more can happen to it. */
export const isOver = ({ state }: Order): boolean =>
  state === 'closed' || state === 'rejected' || state === 'withdrawn';

/** What is said to whoever would do something with an order that is over: one that was taken back was never ended. */
export const overCode = ({ state }: Order): 'order-closed' | 'order-taken-back' =>
  state === 'withdrawn' ? 'order-taken-back' : 'order-closed';

/** The last day served, once it is known: decided, or set by the order itself. */
export const lastDayOf = ({ ending, to }: Pick<Order, 'ending' | 'to'>): LocalDate | undefined =>
  ending?.lastDay === undefined ? (to ?? undefined) : earlierOf(to ?? undefined, ending.lastDay);

/** From when it may be closed: the start of the day after the last one served (L-72); a death's is D+2 00:00 (L-49, E30). */
export function closesAt(order: Order): Instant | undefined {
  const day = isOver(order) ? undefined : lastDayOf(order);
  return day === undefined ? undefined : startOfDay(plusDays(day, 1));
}

/** When the clock has something to do with it; an end that was reported late is due when it was reported. */
export function closingDue(order: Order): Instant | undefined {
  const from = closesAt(order);
  const told = order.ending?.permittedAt ?? order.placedAt;
  return from !== undefined && from < told ? told : from;
}
