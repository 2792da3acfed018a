import * as z from 'zod';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { ownOrder } from './load-order.ts';
import { OrderView, orderView } from './order-view.ts';

/** One order with what it waits for and why. */
export const getOrder = endpoint({
  summary: 'Read an order',
  path: z.object({ orderId: z.string() }),
  answer: OrderView,
  async run({ path, caller }, deps) {
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const { stored, deadlines } = own.value;
    const view = orderView(
      stored.entity,
      stored.version,
      deadlines.map(({ entity }) => entity),
    );
    return done(view, { version: stored.version });
  },
});
