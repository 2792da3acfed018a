import * as z from 'zod';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { assigned } from '../care-step.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { reject } from './rejection.ts';

/**
 * A provider at its ceiling says no to an order that it has not confirmed (A58). What it was given is taken back,
 * nobody waits for it any more, and the officer, who must find another provider, is notified at once.
 */
export const rejectOrder = endpoint({
  summary: 'Say no to an order for want of room',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ reason: z.literal('CAPACITY') }),
  answer: OrderView,
  async run(input, deps) {
    const { path, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
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
          { event: 'order-rejected', refs: { providerId: provider.id, reason: 'CAPACITY' } },
          ...(accepted.value.effects.rows ?? []),
        ],
        letters: [
          ...(await post.toOfficer(order.officerId, 'N23', fields)),
          ...post.inside(officerOwner(order.officerId), 'N23', fields),
        ],
      },
      deps,
    );
  },
});
