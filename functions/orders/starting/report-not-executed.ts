import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { notExecutedDue } from '../limits/contact-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { withNotExecuted } from './not-executed.ts';
import { NotExecutedIn } from './not-executed-in.ts';

/**
 * The provider reports to the officer which services it does not carry out, and why (S-19, S-37); an empty list takes
 * it back.
 */
export const reportNotExecuted = endpoint({
  summary: 'Tell which services are not carried out, and why',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ services: z.array(NotExecutedIn).max(20) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, settings, pack, provider, arrangement } = step.value;
    const by = { userId: caller.userId, providerId: caller.providerId, at };
    const decision = withNotExecuted(stored.entity, by, body.services, 'body.services');
    if (!decision.ok) return decision;

    const order = decision.value;
    // Said again, it is followed up on the day that it was to be.
    const isWaited = deadlines.some(({ entity }) => entity.code === 'D46' && entity.doneAt === undefined);
    const refs = { count: body.services.length };
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, provider: provider.name } as const;
    return orderStepTaken(
      order,
      step.value,
      {
        deadlines:
          body.services.length === 0
            ? { meets: ['D46'] }
            : { opens: isWaited ? [] : [notExecutedDue(order, at, arrangement.rules.notExecuted, pack)] },
        rows: [{ event: 'not-executed-reported', rule: arrangement.rules.notExecuted, refs }],
        letters: await outbox(deps, settings, at).toOfficer(order.officerId, 'N23', fields),
      },
      deps,
    );
  },
});
