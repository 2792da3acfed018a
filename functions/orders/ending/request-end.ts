import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { verification } from '../limits/report-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { isLate } from '../reports/report.ts';
import { reporting } from '../reports/report-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { endBy } from './ending.ts';

/**
 * The customer wishes to end (L-70): the officer is notified, and speaks with the customer before anything ends (L-71).
 */
export const requestEnd = endpoint({
  summary: 'Tell that the customer wishes to end',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    wishedOn: LocalDate.meta({ description: 'The last day that the customer wishes for' }),
    text: Remark.meta({ description: 'Why; stays in the system, in a thread with the officer' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, pack } = step.value;
    const decision = endBy(stored.entity, { cause: 'WISH', wishedOn: body.wishedOn, by: caller.userId, at });
    if (!decision.ok) return decision;

    const order = decision.value;
    const { id: orderId, caseNo } = order;
    const { wishedOn: on, text } = body;
    const told = await reporting({ kind: 'END_WISH', on, late: isLate(on, at) }, text, step.value, deps);
    const after = deadlinesAfter(deadlines, { opens: [verification(order, at, pack)] }, at);
    const refs = { orderId, reportId: told.report.id, wishedOn: body.wishedOn };
    const row = { event: 'end-wished', caseNo, refs };
    return done(orderView(order, stored.version + 1, after.deadlines, step.value), {
      version: stored.version + 1,
      ...together(told.effects, {
        saves: [orderStore(deps.table).save(order, stored)],
        deadlines: after.moved,
        rows: ownRows([row], pack),
      }),
    });
  },
});
