import * as z from 'zod';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import { stepOf } from '../steps/load-step.ts';
import { keepingNeed } from './load-known.ts';
import { reporting } from './load-report.ts';
import { Report, reportRules } from './report.ts';

/** The provider tells that the customer needs more, or something else (L-45, L-57); the officer takes note the same day. */
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
    const { path, body, caller, at } = input;
    const step = await stepOf(path.orderId, input, deps);
    if (!step.ok) return step;
    const order = step.value.stored.entity;
    if (isOver(order)) return refuse('conflict', 'order-closed');
    if (body.noticedOn > dateOf(at))
      return refuse('invalid', 'date-ahead', [{ at: 'body.noticedOn', code: 'date-ahead' }]);

    const { kind, minutesPerMonth, noticedOn: on } = body;
    const told = await reporting({ kind, minutesPerMonth, on }, body.text, step.value, deps);
    const { report } = told;
    const refs = { orderId: order.id, reportId: report.id, kind, late: report.late };
    const row = { event: 'need-reported', rule: reportRules[kind], caseNo: order.caseNo, refs };
    return done(report, {
      status: 201,
      changes: [
        ...told.changes,
        ...(kind === 'INCREASED' ? await keepingNeed(order, on, deps) : []),
        deadlineStore(deps.table).open(acknowledgement(order, report, step.value.pack), at),
        journalStore(deps.table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});
