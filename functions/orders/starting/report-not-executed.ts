import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { OrderView } from '../order-view.ts';
import { NotExecutedIn } from './not-executed-in.ts';
import { tellingNotExecuted } from './not-executed-step.ts';

/**
 * The provider reports to the officer which services it does not carry out, and why (S-19, S-37); an empty list takes
 * it back.
 */
export const reportNotExecuted = endpoint({
  summary: 'Tell which services are not carried out, and why',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ services: z.array(NotExecutedIn).max(20) }),
  answer: OrderView,
  run: (input, deps) => tellingNotExecuted(input.path.orderId, input.body, input, deps),
});
