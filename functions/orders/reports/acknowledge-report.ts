import * as z from 'zod';
import { type Deadline, meet } from '../../../shared/domain/deadline.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { ownOrder } from '../steps/load-order.ts';
import { Report } from './report.ts';
import { reportStore } from './report-store.ts';

/** The officer has taken note of a report (L-57, L-58, L-59; D25), also of an order that has closed since. */
export const acknowledgeReport = endpoint({
  summary: 'Take note of what a provider has told',
  path: z.object({ orderId: z.string(), reportId: z.string() }),
  body: z.strictObject({}),
  answer: Report,
  async run({ path, caller, at }, deps) {
    const { table } = deps;
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const found = await reportStore(table).find(path.orderId, path.reportId);
    if (!found) return refuse('missing', 'report-not-found');
    if (found.entity.acknowledged) return refuse('conflict', 'report-acknowledged');

    const report: Report = { ...found.entity, acknowledged: { at, by: caller.userId } };
    const isAbout = ({ code, subject, doneAt }: Deadline) =>
      code === 'D25' && 'ref' in subject && subject.ref === report.id && doneAt === undefined;
    const moves = (deadline: Deadline) => (isAbout(deadline) ? meet(deadline, at) : deadline);
    // Under the rule that asked for it when it was reported.
    const rule = own.value.deadlines.find(({ entity }) => isAbout(entity))?.entity.rule;
    const refs = { orderId: report.orderId, reportId: report.id, kind: report.kind };
    const row = { event: 'report-acknowledged', rule, caseNo: report.caseNo, refs };
    return done(report, {
      saves: [reportStore(table).save(report, found)],
      deadlines: deadlinesAfter(own.value.deadlines, { moves }, at).moved,
      rows: [row],
    });
  },
});
