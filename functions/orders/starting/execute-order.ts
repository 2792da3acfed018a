import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { execute } from './execution.ts';
import { openingFollowUp } from './follow-up-step.ts';

/**
 * The officer sets the order as executed from the day of the first visit (S-38); the provider's message is filed and
 * journalled (S-39), and the day confirmed back to the provider (S-40).
 */
export const executeOrder = endpoint({
  summary: 'Set an order as executed from the first visit that the provider has told of',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ executedFrom: LocalDate }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, settings, pack, provider, arrangement } = step.value;
    if (arrangement.execution !== 'OFFICER') return refuse('conflict', 'not-in-routine');
    const decision = execute(stored.entity, { userId: caller.userId, at }, body.executedFrom);
    if (!decision.ok) return decision;

    const order = decision.value;
    const on = body.executedFrom;
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, on } as const;
    return orderStepTaken(
      order,
      step.value,
      {
        deadlines: { opens: startDeadlines(order, pack).ofOrder, meets: ['D45'], lapses: ['D43'] },
        also: await openingFollowUp(order, pack, at, deps),
        rows: [{ event: 'order-executed', refs: { executedFrom: on } }, { event: 'message-filed' }],
        letters: outbox(deps, settings, at).tell(provider, pack, 'N11', fields),
      },
      deps,
    );
  },
});
