import * as z from 'zod';
import { OrderState } from '../../../shared/domain/order.ts';

/** The lists that people work from. `state` asks for one state alone. */
export const OrderList = z.enum(['open', 'overdue', 'unconfirmed', 'ending', 'all']).meta({
  description:
    'open: everything that is not over · overdue: something it waits for is late · unconfirmed: placed · ending: a last day is near · all',
});
export type OrderList = z.infer<typeof OrderList>;

const open: readonly OrderState[] = ['placed', 'confirmed', 'started', 'paused', 'ending'];

/** In which states the orders of a list stand. Documentation may be late when an order is closed (L-53). */
export const statesOf: Readonly<Record<OrderList, readonly OrderState[]>> = {
  open,
  overdue: [...open, 'closed'],
  unconfirmed: ['placed'],
  ending: ['ending'],
  all: OrderState.options,
};
