import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { threadStore } from '../../../shared/stores/thread-store.ts';

/** What an officer has to hand over: the cases by number, and how much is unread. */
export const getCaseload = endpoint({
  summary: 'The cases of an officer, by number',
  path: z.object({ officerId: SafeId }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({
    officerId: z.string(),
    unread: z.int(),
    items: z.array(z.object({ caseNo: z.string() })),
    next: z.string().optional(),
  }),
  async run({ path: { officerId }, query }, { table }) {
    if (!(await membershipStore(table).find(officerId, 'officer'))) return refuse('missing', 'staff-not-found');
    const page = { limit: query.limit, after: query.cursor };
    const { items, next } = await caseStore(table).ofOfficer(officerId, page);
    const unread = await threadStore(table).unreadCount(officerOwner(officerId));
    return done({ officerId, unread, items: items.map((caseNo) => ({ caseNo })), next });
  },
});
