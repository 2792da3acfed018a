import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order, OrderState } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { goingTo } from '../order.ts';

type By = { readonly at: Instant; readonly by: string };
type Stay = { readonly from: LocalDate; readonly to?: LocalDate };

const faulty = <Code extends string>(at: string, code: Code) => refuse('invalid', code, [{ at, code }]);

const served = (order: Order): OrderState => order.ending?.before ?? order.state;

/**
 * A hospital stay (L-58): the order waits until the customer is home. A stay that has ended already is written down
 * and changes nothing, and so is one that comes before the services have begun.
 */
export function admit(
  order: Order,
  { from, to }: Stay,
  { at, by }: By,
): Result<Order, 'order-closed' | 'order-paused' | 'date-ahead' | 'to-before-from'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (from > dateOf(at)) return faulty('body.from', 'date-ahead');
  if (to !== undefined && to > dateOf(at)) return faulty('body.to', 'date-ahead');
  if (to !== undefined && to < from) return faulty('body.to', 'to-before-from');
  if (order.pause) return refuse('conflict', 'order-paused');
  if (to !== undefined || served(order) !== 'started') return accept(order);
  return accept({ ...order, ...goingTo(order, 'paused'), pause: { at, by, from } });
}

/** The officer follows a customer who is ready to leave hospital, and knows when they come home (L-67, L-68). */
export function withHomecoming(
  order: Order,
  planned: Instant,
  at: Instant,
): Result<Order, 'order-closed' | 'order-not-paused' | 'homecoming-past'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (!order.pause) return refuse('conflict', 'order-not-paused');
  if (planned < at) return faulty('body.at', 'homecoming-past');
  return accept({ ...order, pause: { ...order.pause, homecoming: planned } });
}

/** Home again: the services are taken up (L-68). */
export function resume(
  order: Order,
  on: LocalDate,
  at: Instant,
): Result<Order, 'order-closed' | 'order-not-paused' | 'date-ahead' | 'resumed-before-pause'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (!order.pause) return refuse('conflict', 'order-not-paused');
  if (on > dateOf(at)) return faulty('body.on', 'date-ahead');
  if (on < order.pause.from) return faulty('body.on', 'resumed-before-pause');
  const { pause: _, ...rest } = order;
  return accept({ ...rest, ...goingTo(order, 'started') });
}
