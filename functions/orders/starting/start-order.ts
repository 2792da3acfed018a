import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { OrderView } from '../order-view.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { tellingFirstVisit } from './first-visit-step.ts';
import { NotExecutedIn } from './not-executed-in.ts';

/**
 * The provider has made the first visit (L-13, L-16, S-12), and the officer sees the order as executed (L-15). Where
 * the officer sets it as executed, this is the provider's message of the day (S-31, S-36), and of what it does not
 * carry out (S-37); the officer is notified of how much of that there is, never what (N10). A visit ends a stay in
 * hospital that nobody had ended, before the planned home-coming too: told as a home-coming is (L-68, A71). Told again with
 * a reason it puts the day right.
 */
export const startOrder = endpoint({
  summary: 'Tell that the services have begun',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    startedOn: LocalDate.optional().meta({ description: 'The day of the first visit; today when left out' }),
    notExecuted: z.array(NotExecutedIn).max(20).optional(),
    reason: Remark.optional().meta({ description: 'Why the day that was told before was wrong; only to correct it' }),
    acceptsStated,
  }),
  answer: OrderView,
  run: (input, deps) => tellingFirstVisit(input.path.orderId, input.body, input, deps),
});
