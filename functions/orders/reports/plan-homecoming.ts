import * as z from 'zod';
import { instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { whileAlive } from '../ending/death.ts';
import { homecoming } from '../limits/report-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { withHomecoming as plan } from './hospital.ts';

/**
 * The officer notifies the provider when the customer is to come home (L-67, L-68): by letter without a reason, and
 * inside.
 */
export const planHomecoming = endpoint({
  summary: 'Tell the provider when the customer comes home',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ at: TimeIn.meta({ description: 'The planned time', example: '2026-11-09T13:00:00+01:00' }) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines, provider, pack, settings } = step.value;
    const planned = instant(body.at);
    const decision = plan(stored.entity, planned, at);
    if (!decision.ok) return decision;
    // The same time again is nothing new: one letter a change.
    if (stored.entity.pause?.homecoming === planned) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
    }

    const order = decision.value;
    const { id: orderId, caseNo } = order;
    const after = deadlinesAfter(deadlines, { opens: [homecoming(order, planned)] }, at);
    const fields = { to: 'orders', orderId, caseNo, at: planned } as const;
    const row = {
      event: 'homecoming-planned',
      caseNo,
      refs: { orderId, planned: localIso(planned) },
    };
    return done(orderView(order, stored.version + 1, after.deadlines, step.value), {
      version: stored.version + 1,
      saves: [orderStore(deps.table).save(order, stored)],
      deadlines: after.moved,
      letters: outbox(deps, settings, at).tell(provider, pack, 'N24', fields),
      rows: [row],
    });
  },
});
