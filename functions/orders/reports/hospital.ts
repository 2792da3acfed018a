import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order, OrderState } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { goingTo, hasBegun } from '../order.ts';

type By = { readonly at: Instant; readonly by: string };
type Stay = { readonly from: LocalDate; readonly to?: LocalDate };

const faulty = <Code extends string>(at: string, code: Code) => refuse('invalid', code, [{ at, code }]);

const served = (order: Order): OrderState => order.ending?.before ?? order.state;

/** The order waits, and goes back to what it was; one whose help has not begun yet keeps how far it had come (A71). */
function paused(order: Order, pause: Omit<NonNullable<Order['pause']>, 'before'>): Order {
  const was = served(order);
  const before = was === 'placed' || was === 'confirmed' ? { before: was } : {};
  return { ...order, ...goingTo(order, 'paused'), pause: { ...pause, ...before } };
}

/** A stay that began while an order that has been closed since went on, and is over: its months depend on it all the same. */
const wasThere = (
  order: Order,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | undefined },
): boolean => order.closed !== undefined && to !== undefined && from <= (lastDayOf(order) ?? order.from);

/**
 * A hospital stay (L-58, A71): the order waits until the customer is home, whether or not its help has begun. A stay that
 * has ended already is written down and changes nothing, also of an order that has been closed since; the same said again
 * is as it was.
 */
export function admit(
  order: Order,
  { from, to }: Stay,
  { at, by }: By,
): Result<Order, 'order-closed' | 'order-taken-back' | 'order-paused' | 'date-ahead' | 'to-before-from'> {
  if (isOver(order) && !wasThere(order, { from, to })) return refuse('conflict', overCode(order));
  if (from > dateOf(at)) return faulty('body.from', 'date-ahead');
  if (to !== undefined && to > dateOf(at)) return faulty('body.to', 'date-ahead');
  if (to !== undefined && to < from) return faulty('body.to', 'to-before-from');
  if (order.pause) return order.pause.from === from && !to ? accept(order) : refuse('conflict', 'order-paused');
  return accept(to === undefined ? paused(order, { at, by, from }) : order);
}

/**
 * When the customer comes home (L-67, L-68). A customer whose help has not begun may lie in hospital though nobody has
 * said so: then the order waits from today (A71).
 */
export function withHomecoming(
  order: Order,
  planned: Instant,
  { at, by }: By,
): Result<Order, 'order-closed' | 'order-taken-back' | 'order-not-paused' | 'homecoming-past'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (!order.pause && hasBegun(order)) return refuse('conflict', 'order-not-paused');
  if (planned < at) return faulty('body.at', 'homecoming-past');
  const waiting = order.pause ? order : paused(order, { at, by, from: dateOf(at) });
  return waiting.pause ? accept({ ...waiting, pause: { ...waiting.pause, homecoming: planned } }) : accept(waiting);
}

/** The stay of a customer who is ordered for in hospital, and comes home then: it is known of from today (A71). */
export const stayUntil = (homecoming: Instant, { at, by }: By): NonNullable<Order['pause']> => ({
  ...{ at, by, from: dateOf(at), homecoming },
  before: 'placed',
});

/** Home again: the services are taken up, or may be begun (L-68). */
export function resume(
  order: Order,
  on: LocalDate,
  at: Instant,
): Result<Order, 'order-closed' | 'order-taken-back' | 'order-not-paused' | 'date-ahead' | 'resumed-before-pause'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (!order.pause) return refuse('conflict', 'order-not-paused');
  if (on > dateOf(at)) return faulty('body.on', 'date-ahead');
  if (on < order.pause.from) return faulty('body.on', 'resumed-before-pause');
  const { pause, ...rest } = order;
  return accept({ ...rest, ...goingTo(order, pause.before ?? 'started') });
}
