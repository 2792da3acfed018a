import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { DeadlineView, deadlineView } from '../../shared/domain/deadline-view.ts';
import { Order } from '../../shared/domain/order.ts';

/** An order as it is shown: the order, and what it waits for with the reason for each date. */
export const OrderView = Order.extend({ version: z.int(), deadlines: z.array(DeadlineView) }).meta({ id: 'OrderView' });
export type OrderView = z.infer<typeof OrderView>;

/** Instants inside the order stay in UTC, as they are stored; the deadlines are told in local time. */
export const orderView = (order: Order, version: number, deadlines: readonly Deadline[]): OrderView => ({
  ...order,
  version,
  deadlines: deadlines.map(deadlineView),
});
