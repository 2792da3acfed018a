import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { homeOn, startsAtHome } from '../limits/homecoming-limit.ts';
import { OrderView, orderView } from '../order-view.ts';
import { resume } from '../reports/hospital.ts';
import { keepingHome } from '../reports/known-facts-step.ts';
import { isLate } from '../reports/report.ts';
import { reporting } from '../reports/report-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { whileAlive } from './order-death.ts';

/** The customer is home again and the services go on (L-68). */
export const resumeOrder = endpoint({
  summary: 'Tell that the services have been taken up again',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    on: LocalDate.meta({ description: 'The day on which the services were taken up' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines, provider, pack, settings } = step.value;
    const decision = resume(stored.entity, body.on, at);
    if (!decision.ok) return decision;

    const standing = deadlines.map(({ entity }) => entity);
    const home = homeOn(stored.entity, body.on, at);
    const { order, waits } = startsAtHome(decision.value, home, standing, { kind: provider.kind, pack, at });
    const { id: orderId, caseNo } = order;
    const post = outbox(deps, settings, at);
    const fields = { to: 'orders', orderId, caseNo, variant: 'news' } as const;
    const after = deadlinesAfter(deadlines, { ...waits, meets: ['D27'] }, at);
    const told = await reporting({ kind: 'HOME', on: body.on, late: isLate(body.on, at) }, undefined, step.value, deps);
    const row = { event: 'order-resumed', caseNo, refs: { orderId, on: body.on } };
    const effects = together(
      { saves: [orderStore(deps.table).save(order, stored)], deadlines: after.moved, rows: ownRows([row], pack) },
      told.effects,
      await keepingHome(order, body.on, deps),
      { letters: caller.role === 'officer' ? post.tell(provider, pack, 'N24', fields) : [] },
    );
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, after.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
