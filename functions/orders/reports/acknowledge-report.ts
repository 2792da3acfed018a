import * as z from 'zod';
import { meet } from '../../../shared/domain/deadline.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { ownOrder } from '../steps/load-order.ts';
import { Report, reportRules } from './report.ts';
import { reportStore } from './report-store.ts';

/** The officer has taken note of what was told (L-57, L-58, L-59; D25), also of an order that has closed since. */
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
    const waits = own.value.deadlines.filter(
      ({ entity }) =>
        entity.code === 'D25' &&
        'ref' in entity.subject &&
        entity.subject.ref === report.id &&
        entity.doneAt === undefined,
    );
    const refs = { orderId: report.orderId, reportId: report.id, kind: report.kind };
    const row = { event: 'report-acknowledged', rule: reportRules[report.kind], caseNo: report.caseNo, refs };
    return done(report, {
      changes: [
        reportStore(table).save(report, found),
        ...waits.map((over) => deadlineStore(table).save(meet(over.entity, at), over, at)),
        journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});
