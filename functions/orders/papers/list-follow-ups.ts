import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { DeadlineView, deadlineView } from '../../../shared/domain/deadline-view.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { FollowUp } from './follow-up.ts';
import { followUpStore } from './follow-up-store.ts';

/** The follow-ups of a case, the earliest first, and when the next is due and why (L-56). */
export const listFollowUps = endpoint({
  summary: 'The follow-ups of a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject(wholePage),
  answer: z.object({ items: z.array(FollowUp), deadlines: z.array(DeadlineView), next: z.string().optional() }),
  async run({ path, query, caller }, { table }) {
    const found = await caseStore(table).find(path.caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const all = await followUpStore(table).readableOfCase(path.caseNo);
    const page = pageOf(all, ({ heldOn, id }) => `${heldOn}#${id}`, query);
    const deadlines = (await deadlineStore(table).ofCase(path.caseNo)).filter(({ entity }) => entity.code === 'D17');
    return done({ ...page, deadlines: deadlines.map(({ entity }) => deadlineView(entity)) });
  },
});
