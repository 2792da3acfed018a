import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { OrderView, orderView } from '../order-view.ts';
import { resume } from '../reports/hospital.ts';
import { keepingHome } from '../reports/known-facts-step.ts';
import { isLate } from '../reports/report.ts';
import { reporting } from '../reports/report-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';

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
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines } = step.value;
    const decision = resume(stored.entity, body.on, at);
    if (!decision.ok) return decision;

    const order = decision.value;
    const { id: orderId, caseNo } = order;
    const after = deadlinesAfter(deadlines, { meets: ['D27'] }, at);
    const told = await reporting({ kind: 'HOME', on: body.on, late: isLate(body.on, at) }, undefined, step.value, deps);
    const row = { event: 'order-resumed', caseNo, refs: { orderId, on: body.on } };
    const effects = together(
      { saves: [orderStore(deps.table).save(order, stored)], deadlines: after.moved, rows: [row] },
      told.effects,
      await keepingHome(order, body.on, deps),
    );
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, after.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
