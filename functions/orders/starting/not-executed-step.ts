import type * as z from 'zod';
import type { Refusal } from '../../../shared/domain/result.ts';
import type { Done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { notExecutedDue } from '../limits/contact-deadlines.ts';
import type { OrderView } from '../order-view.ts';
import type { OrderAsked } from '../steps/load-order-and-routine.ts';
import type { TellingNotExecutedRefusal } from '../steps/order-refusals.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { withNotExecuted } from './not-executed.ts';
import type { NotExecutedIn } from './not-executed-in.ts';

/** What it comes to that a provider tells what it does not carry out, in the portal or by mail. */
export async function tellingNotExecuted(
  orderId: string,
  said: { readonly services: readonly z.output<typeof NotExecutedIn>[] },
  asked: OrderAsked,
  deps: Deps,
): Promise<Refusal<TellingNotExecutedRefusal> | Done<OrderView>> {
  const { caller, at } = asked;
  const step = await loadOrderStep(orderId, asked, deps);
  if (!step.ok) return step;
  const { stored, deadlines, settings, pack, provider, arrangement } = step.value;
  const by = { userId: caller.userId, providerId: caller.providerId, at };
  const decision = withNotExecuted(stored.entity, by, said.services, 'body.services');
  if (!decision.ok) return decision;

  const order = decision.value;
  // Said again, it is followed up on the day that it was to be.
  const isWaited = deadlines.some(({ entity }) => entity.code === 'D46' && entity.doneAt === undefined);
  const refs = { count: said.services.length };
  const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, provider: provider.name } as const;
  return orderStepTaken(
    order,
    step.value,
    {
      deadlines:
        said.services.length === 0
          ? { meets: ['D46'] }
          : { opens: isWaited ? [] : [notExecutedDue(order, at, arrangement.rules.notExecuted, pack)] },
      rows: [{ event: 'not-executed-reported', rule: arrangement.rules.notExecuted, refs }],
      letters: await outbox(deps, settings, at).toOfficer(order.officerId, 'N23', fields),
    },
    deps,
  );
}
