import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { closing } from './closing-step.ts';

/** The provider closes the case: never before the officer has permitted it, nor before its last day has passed (L-72). */
export const closeOrder = endpoint({
  summary: 'Close an order whose last day has passed',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({}),
  answer: OrderView,
  async run(input, deps) {
    const { path, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const closed = await closing(step.value, caller, at, deps);
    if (!closed.ok) return closed;
    const version = step.value.stored.version + 1;
    const { order, deadlines, effects } = closed.value;
    return done(orderView(order, version, deadlines, step.value), { version, ...effects });
  },
});
