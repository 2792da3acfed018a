import * as z from 'zod';
import { TimeIn } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { OrderView } from '../order-view.ts';
import { confirming } from './confirming-step.ts';

/**
 * The provider acknowledges an order (L-12, S-28), and may say when it can begin (L-13, A04); the officer is notified.
 * Where the confirmation is to lie in the file and in the journal it is put there at once (S-29, S-30).
 */
export const confirmOrder = endpoint({
  summary: 'Confirm that an order has been received',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    canStartAt: TimeIn.optional().meta({ description: 'When the first visit can be made' }),
  }),
  answer: OrderView,
  run: (input, deps) => confirming(input.path.orderId, input.body, input, deps),
});
