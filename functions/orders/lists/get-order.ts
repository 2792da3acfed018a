import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderStep } from '../steps/order-step.ts';

/** One order with what it waits for, why, and what the caller may do next (L-15). */
export const getOrder = endpoint({
  summary: 'Read an order',
  path: z.object({ orderId: z.string() }),
  answer: OrderView,
  async run({ path, caller, at, language }, deps) {
    const step = await loadOrderStep(path.orderId, { caller, at, language }, deps);
    if (!step.ok) return step;
    const { stored, deadlines } = step.value;
    const standing = deadlines.map(({ entity }) => entity);
    return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
  },
});
