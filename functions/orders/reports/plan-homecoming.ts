import * as z from 'zod';
import { dateOf, instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { whileAlive } from '../ending/order-death.ts';
import { startsAtHome } from '../limits/homecoming-limit.ts';
import { homecoming } from '../limits/report-deadlines.ts';
import { hasBegun } from '../order.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { withHomecoming as plan } from './hospital.ts';
import { keepingStay } from './known-facts-step.ts';

/**
 * When the customer is to come home (L-67, L-68): the officer notifies the provider by letter without a reason, and
 * inside, or the provider the officer (A71). A start that has not been made follows it, later or earlier.
 */
export const planHomecoming = endpoint({
  summary: 'Tell when the customer comes home',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ at: TimeIn.meta({ description: 'The planned time', example: '2026-11-09T13:00:00+01:00' }) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines, provider, pack, settings } = step.value;
    const was = stored.entity;
    const standing = deadlines.map(({ entity }) => entity);
    const planned = instant(body.at);
    // The same time told again is told once.
    if (was.pause?.homecoming === planned && planned >= at)
      return done(orderView(was, stored.version, standing, step.value), { version: stored.version });
    const decision = plan(was, planned, { at, by: caller.userId });
    if (!decision.ok) return decision;

    // Nobody begins after the permit's last day; one who has begun takes up what goes on (SoL 2025:400, 26:1).
    if (!hasBegun(was) && !isPermittedOn(provider, dateOf(planned)))
      return refuse('invalid', 'bad-request', [{ at: 'body.at', code: 'provider-without-permit' }]);
    const context = { kind: provider.kind, pack, at };
    const { order, waits } = startsAtHome(decision.value, planned, standing, context);
    const { id: orderId, caseNo } = order;
    const opens = [...(waits.opens ?? []), ...(hasBegun(order) ? [homecoming(order, planned, pack)] : [])];
    const after = deadlinesAfter(deadlines, { ...waits, opens }, at);
    const fields = { to: 'orders', orderId, caseNo, at: planned } as const;
    const row = {
      event: 'homecoming-planned',
      caseNo,
      refs: { orderId, planned: localIso(planned) },
    };
    const post = outbox(deps, settings, at);
    const { pause } = order;
    return done(orderView(order, stored.version + 1, after.deadlines, step.value), {
      version: stored.version + 1,
      ...together(
        {
          saves: [orderStore(deps.table).save(order, stored)],
          deadlines: after.moved,
          letters:
            caller.role === 'officer'
              ? post.tell(provider, pack, 'N24', fields)
              : await post.toOfficer(order.officerId, 'N24', { ...fields, variant: 'told' }),
          rows: ownRows([row], pack),
        },
        // A stay that is learnt of by its end alone counts from the day that it was told.
        pause && !was.pause ? await keepingStay(order, { from: pause.from }, deps) : {},
      ),
    });
  },
});
