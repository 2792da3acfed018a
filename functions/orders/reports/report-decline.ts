import * as z from 'zod';
import { dateOf, LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { countDeclines, declinesReport } from './count-declines-step.ts';
import { declineStore } from './decline-store.ts';
import { isSameVisit } from './declined-visit.ts';
import type { Decline } from './declines.ts';

const Answer = z.object({
  caseNo: z.string(),
  on: LocalDate,
  repeated: z.boolean().meta({ description: 'Whether the officer was told of it as repeated' }),
  reportId: z.string().optional(),
});

/** The customer has declined granted help (L-50); the officer is notified when it is repeated (A34, D23). */
export const reportDecline = endpoint({
  summary: 'Tell that the customer declined a visit',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    on: LocalDate,
    start: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional()
      .meta({ description: 'Which visit of the day', example: '08:30' }),
    code: z
      .string()
      .regex(/^[A-Za-zÅÄÖåäö0-9]{2,10}$/)
      .optional()
      .meta({ description: 'The service' }),
  }),
  answer: Answer,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { pack } = step.value;
    const order = step.value.stored.entity;
    if (isOver(order)) return refuse('conflict', 'order-closed');
    if (body.on > dateOf(at)) return refuse('invalid', 'date-ahead', [{ at: 'body.on', code: 'date-ahead' }]);

    const { id: orderId, caseNo } = order;
    const decline: Decline = { ...body, caseNo, orderId, at, by: caller.userId };
    const lock = await touchCase(caseNo, deps);
    const known = await declineStore(deps.table).ofCase(caseNo, plusDays(body.on, -pack.params['repeatDecline.days']));
    if (known.some(({ entity }) => isSameVisit(entity, decline))) return refuse('conflict', 'decline-known');

    const telling = (which: readonly Decline[]) => declinesReport(which, step.value, deps);
    const { told, effects } = await countDeclines([decline], known, step.value, telling, deps);
    return done(
      { caseNo, on: body.on, repeated: told !== undefined, ...(told ? { reportId: told.report.id } : {}) },
      { status: 201, ...together(lock, effects) },
    );
  },
});
