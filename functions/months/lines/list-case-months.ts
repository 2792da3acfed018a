import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { dateOf, firstDay, lastDay, type Month, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { lineOf } from '../load-month.ts';
import { LineView, lineView } from './line-view.ts';

/** A year of months: what somebody who calls asks about. */
const mostMonths = 12;

/** The latest months, this one first. */
function latest(month: Month): readonly Month[] {
  const months = [month];
  while (months.length < mostMonths) months.push(previousMonth(months.at(-1) ?? month));
  return months;
}

const Shown = LineView.pick({ granted: true, performed: true, charged: true, decision: true })
  .extend({ month: z.string(), providerId: z.string(), stated: z.boolean() })
  .meta({ id: 'CaseMonth' });

/** What has been granted, performed and charged in a case, month by month at each provider: to its officer and the head. */
export const listCaseMonths = endpoint({
  summary: 'The months of a case',
  path: z.object({ caseNo: CaseNumber }),
  answer: z.object({ items: z.array(Shown) }),
  async run({ path: { caseNo }, caller, at }, deps) {
    const { table } = deps;
    const found = await caseStore(table).find(caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const given = await assignmentStore(table).ofCase(caseNo);
    const places = latest(monthOf(dateOf(at))).flatMap((month) => {
      const having = given.filter(({ from, to }) => from <= lastDay(month) && (to === null || firstDay(month) <= to));
      return [...new Set(having.map(({ providerId }) => providerId))].map((providerId) => ({ month, providerId }));
    });
    const lines = await Promise.all(
      places.map(async ({ month, providerId }) => {
        const own = await lineOf({ month, providerId, caseNo }, caller, deps);
        if (!own.ok) return [];
        const stated = own.value.month.entity.state === 'stated';
        const { granted, performed, charged, decision } = lineView(own.value.line, caller, stated);
        return [{ month, providerId, stated, granted, performed, charged, ...(decision ? { decision } : {}) }];
      }),
    );
    return done({ items: lines.flat() });
  },
});
