import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { whileAlive } from '../ending/order-death.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { keepingNeed } from './known-facts-step.ts';
import { isLate, Report, reportRules } from './report.ts';
import { reporting } from './report-step.ts';

/**
 * The provider reports that the customer needs more, or something else (L-45, L-57); the officer takes note the same
 * day.
 */
export const reportNeed = endpoint({
  summary: 'Tell the officer that needs have changed',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    kind: z.enum(['INCREASED', 'CHANGED']),
    minutesPerMonth: z.int().min(0).max(99_999).optional().meta({ description: 'What the provider thinks is needed' }),
    noticedOn: LocalDate,
    text: Remark.meta({ description: 'Stays in the system, in a thread with the officer' }),
  }),
  answer: Report,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const order = step.value.stored.entity;
    const alive = whileAlive(order);
    if (!alive.ok) return alive;
    if (isOver(order)) return refuse('conflict', 'order-closed');
    if (body.noticedOn > dateOf(at))
      return refuse('invalid', 'date-ahead', [{ at: 'body.noticedOn', code: 'date-ahead' }]);

    const { kind, minutesPerMonth, noticedOn: on } = body;
    // At once is the same day (L-57, A35): later is taken all the same, and marked.
    const late = isLate(on, at);
    const told = await reporting({ kind, minutesPerMonth, on, late }, body.text, step.value, deps);
    const { report } = told;
    const refs = { orderId: order.id, reportId: report.id, kind, late };
    const row = { event: 'need-reported', rule: reportRules[kind], caseNo: order.caseNo, refs };
    return done(report, {
      status: 201,
      ...together(told.effects, kind === 'INCREASED' ? await keepingNeed(order, on, deps) : {}, {
        deadlines: opened([acknowledgement(order, report, step.value.pack)]),
        rows: ownRows([row], step.value.pack),
      }),
    });
  },
});
