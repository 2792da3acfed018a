import { officerOwner } from '../../../shared/domain/owner.ts';
import type { Refusal } from '../../../shared/domain/result.ts';
import type { Done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { assigned } from '../care-step.ts';
import type { OrderView } from '../order-view.ts';
import type { OrderAsked } from '../steps/load-order-and-routine.ts';
import type { RejectingRefusal } from '../steps/order-refusals.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { reject } from './rejection.ts';

/** What it comes to that a provider at its ceiling says no to an order (A58), in the portal or by mail. */
export async function rejecting(
  orderId: string,
  said: { readonly reason: 'CAPACITY' },
  asked: OrderAsked,
  deps: Deps,
): Promise<Refusal<RejectingRefusal> | Done<OrderView>> {
  const { caller, at } = asked;
  const step = await loadOrderStep(orderId, asked, deps);
  if (!step.ok) return step;
  const { stored, settings, provider, hasCeiling } = step.value;
  const decision = reject(stored.entity, { userId: caller.userId, providerId: caller.providerId, at }, hasCeiling);
  if (!decision.ok) return decision;

  const order = decision.value;
  const given = await assignmentStore(deps.table).storedOfCase(order.caseNo);
  const own = given.filter(({ entity }) => entity.orderId === order.id);
  const taken = own.flatMap((over) => assigned(deps).take(over));
  // A provider's no is no matter of statements: it is journalled where one stood on the days, and asked of nobody.
  const accepted = await unlessStated({ saves: taken }, { acceptsStated: true }, step.value, deps);
  if (!accepted.ok) return accepted;
  const post = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, provider: provider.name } as const;
  return orderStepTaken(
    order,
    step.value,
    {
      saves: taken,
      deadlines: { lapses: () => true },
      rows: [
        { event: 'order-rejected', refs: { providerId: provider.id, reason: said.reason } },
        ...(accepted.value.effects.rows ?? []),
      ],
      letters: [
        ...(await post.toOfficer(order.officerId, 'N23', fields)),
        ...post.inside(officerOwner(order.officerId), 'N23', fields),
      ],
    },
    deps,
  );
}
