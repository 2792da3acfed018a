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
import { reporting } from '../reports/report-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { whileAlive } from './death.ts';

/** The customer is home again and the services go on (L-68). */
export const resumeOrder = endpoint({
  summary: 'Tell that the services have been taken up again',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ on: LocalDate.meta({ description: 'The day on which the services were taken up' }) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines } = step.value;
    const decision = resume(stored.entity, body.on, at);
    if (!decision.ok) return decision;

    const order = decision.value;
    const { id: orderId, caseNo } = order;
    const after = deadlinesAfter(deadlines, { meets: ['D27'] }, at);
    const told = await reporting({ kind: 'HOME', on: body.on }, undefined, step.value, deps);
    const row = { event: 'order-resumed', caseNo, refs: { orderId, on: body.on } };
    return done(orderView(order, stored.version + 1, after.deadlines, step.value), {
      version: stored.version + 1,
      ...together(
        { saves: [orderStore(deps.table).save(order, stored)], deadlines: after.moved, rows: [row] },
        told.effects,
        await keepingHome(order, body.on, deps),
      ),
    });
  },
});
