import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { giveTurnBack } from '../../choices/door.ts';
import { assigned } from '../care-step.ts';
import { outlivedBy } from '../ending/ending.ts';
import { notifyNurses } from '../nurses-step.ts';
import { OrderView } from '../order-view.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderStep, type OrderStep, orderStepTaken } from '../steps/order-step.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { letterOf } from './notification.ts';
import { takeOrderBack } from './withdrawal.ts';

/** One letter to a provider that has been notified of the order; inside the system to one that has no address. */
function lettersTo(order: Order, { provider, pack, settings, arrangement, at }: OrderStep, deps: Deps) {
  if (letterOf(order, arrangement) === undefined && order.contact === undefined) return [];
  const box = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, provider: provider.name } as const;
  const mailed: readonly Change[] = box.tell(provider, pack, 'M05', fields);
  return mailed.length > 0 ? mailed : box.inside(providerOwner(provider.id), 'M05', fields);
}

/**
 * An officer takes back an order that was sent by mistake, before it is confirmed: what it gave is taken back, with the
 * provider's room and the turn that it was given by (A13), nobody waits for it any more, and the right one may be sent
 * the same day. What is known of the customer stays.
 */
export const withdrawOrder = endpoint({
  summary: 'Take back an order that has not been confirmed',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    reason: Remark.meta({ description: 'Why; seen by the municipality alone' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run({ ifMatch, ...input }, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, provider } = step.value;
    const decision = takeOrderBack(stored.entity, { at, by: caller.userId, reason: body.reason });
    // Before the version: who comes a second after the confirmation is told of that, and not only that something changed.
    if (!decision.ok) return decision;
    if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');

    const order = decision.value;
    const lock = await touchCase(order.caseNo, deps);
    const given = await assignmentStore(deps.table).storedOfCase(order.caseNo);
    const own = given.filter(({ entity }) => entity.orderId === order.id);
    const taken = own.flatMap((over) => assigned(deps).take(over));
    const accepted = await unlessStated({ saves: taken }, body, step.value, deps);
    if (!accepted.ok) return accepted;
    const pick = order.choice?.pick;
    const turn = pick === undefined ? [] : await giveTurnBack(deps, pick, { by: caller.userId, at });
    const refs = { orderId: order.id, providerId: provider.id };
    const news = { caseNo: order.caseNo, provider, withdrawn: true, refs } as const;
    return orderStepTaken(
      order,
      step.value,
      {
        saves: [...taken, ...turn],
        deadlines: { lapses: outlivedBy },
        also: {
          saves: lock.saves ?? [],
          ...(order.healthCareEnrolled ? await notifyNurses(news, step.value, deps) : {}),
        },
        rows: [
          { event: 'order-withdrawn', refs: { providerId: provider.id, turnGivenBack: turn.length > 0 } },
          ...(accepted.value.effects.rows ?? []),
        ],
        letters: lettersTo(order, step.value, deps),
      },
      deps,
    );
  },
});
