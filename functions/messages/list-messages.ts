import * as z from 'zod';
import { CaseNumber } from '../../shared/domain/case-number.ts';
import { ownerOf } from '../../shared/domain/owner.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { ThreadView, threadView } from './thread-view.ts';

/** The inbox of the one the caller acts for: how much is unread, and the conversations, the latest word first. */
export const listMessages = endpoint({
  summary: 'The inbox: what is unread, and the conversations',
  query: z.strictObject({ caseNo: CaseNumber.optional(), limit: PageSize, cursor: Cursor }),
  answer: z.object({
    unread: z.int().meta({ description: 'How many conversations have something unread, in all cases' }),
    items: z.array(ThreadView),
    next: z.string().optional(),
  }),
  async run({ query, caller }, { table }) {
    const threads = threadStore(table);
    const owner = ownerOf(caller);
    const { limit, cursor: after, caseNo } = query;
    const { items, next } = await threads.inbox(owner, { limit, after, caseNo });
    const unread = await threads.unreadCount(owner);
    return done({ unread, items: items.map(({ entity }) => threadView(entity)), next });
  },
});
