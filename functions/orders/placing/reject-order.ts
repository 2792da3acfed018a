import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { OrderView } from '../order-view.ts';
import { rejecting } from './rejecting-step.ts';

/**
 * A provider at its ceiling says no to an order that it has not confirmed (A58). What it was given is taken back,
 * nobody waits for it any more, and the officer, who must find another provider, is notified at once.
 */
export const rejectOrder = endpoint({
  summary: 'Say no to an order for want of room',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ reason: z.literal('CAPACITY') }),
  answer: OrderView,
  run: (input, deps) => rejecting(input.path.orderId, input.body, input, deps),
});
