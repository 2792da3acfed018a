import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { ownSide } from './load-thread.ts';
import { MessageView, messageView, ThreadView, threadView } from './thread-view.ts';

/** A conversation in words, the earliest first. Reading it here leaves it unread: that is said by itself. */
export const getThread = endpoint({
  summary: 'Read a conversation',
  path: z.object({ threadId: SafeId }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: ThreadView.extend({ items: z.array(MessageView), next: z.string().optional() }),
  async run({ path: { threadId }, query, caller }, deps) {
    const own = await ownSide(threadId, caller, deps);
    if (!own.ok) return own;
    const { entity: side, version } = own.value;
    const { limit, cursor: after } = query;
    const { items, next } = await threadStore(deps.table).messages(threadId, { limit, after });
    const messages = items.map((message) => messageView(message, side.owner));
    return done({ ...threadView(side), items: messages, next }, { version });
  },
});
