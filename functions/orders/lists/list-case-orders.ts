import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { rowsOf } from './load-rows.ts';
import { OrderRow } from './order-row.ts';

/** More orders than a case has; the latest stand. */
const most = 50;

/** The orders of one case, the newest first, to its officer and the head: what is decided, where, and what it waits for. */
export const listCaseOrders = endpoint({
  summary: 'The orders of a case',
  path: z.object({ caseNo: CaseNumber }),
  answer: z.object({ items: z.array(OrderRow).readonly() }),
  async run({ path: { caseNo }, caller, at, language }, { table }) {
    const found = await caseStore(table).find(caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const given = await assignmentStore(table).ofCase(caseNo);
    // An order whose services have changed has several assignments.
    const ids = [...new Set(given.flatMap(({ orderId }) => orderId ?? []))].slice(-most);
    const rows = await rowsOf(ids, { at, table, language, role: caller.role });
    return done({ items: rows.toSorted((a, b) => (a.placedAt < b.placedAt ? 1 : -1)) });
  },
});
