import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { ownSide } from './load-thread.ts';

/** The one the caller acts for has read a conversation as far as it goes now. */
export const readThread = endpoint({
  summary: 'Say that a conversation has been read',
  path: z.object({ threadId: SafeId }),
  answer: z.object({ threadId: z.string(), unread: z.int().meta({ description: 'Conversations still unread' }) }),
  async run({ path: { threadId }, caller }, deps) {
    const own = await ownSide(threadId, caller, deps);
    if (!own.ok) return own;
    const threads = threadStore(deps.table);
    const { entity: side } = own.value;
    const unread = await threads.unreadCount(side.owner);
    if (side.unread === 0) return done({ threadId, unread });
    return done(
      { threadId, unread: Math.max(0, unread - 1) },
      { saves: [threads.save({ ...side, unread: 0 }, own.value)] },
    );
  },
});
