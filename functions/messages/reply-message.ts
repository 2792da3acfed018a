import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { ownSide } from './load-thread.ts';
import { waitingLetter } from './waiting-letter-step.ts';
import { MessageText } from './writing.ts';

/** Somebody who takes part answers, and has then read. A notice of the system cannot be answered. */
export const replyMessage = endpoint({
  summary: 'Answer in a conversation',
  path: z.object({ threadId: SafeId }),
  body: z.strictObject({ text: MessageText }),
  answer: z.object({ threadId: z.string(), messageId: z.string() }),
  async run({ path: { threadId }, body, caller, at }, deps) {
    const { table } = deps;
    const threads = threadStore(table);
    const own = await ownSide(threadId, caller, deps);
    if (!own.ok) return own;
    const { owner, others, caseNo } = own.value.entity;
    if (others.length === 0) return refuse('conflict', 'thread-is-notice');

    const sides = await Promise.all(others.map((other) => threads.side(threadId, other)));
    const theirs = sides.filter((side) => side !== undefined);
    const letters = await Promise.all(
      theirs.map(({ entity }) => waitingLetter({ threadId, caseNo, to: entity.owner }, at, deps)),
    );
    const messageId = deps.newId('medd');
    const row = { event: 'message-sent', caseNo, refs: { threadId, messageId, to: others.join(' ') } };
    return done(
      { threadId, messageId },
      {
        status: 201,
        saves: [
          threads.save({ ...own.value.entity, lastAt: at, unread: 0 }, own.value),
          ...theirs.map((side) => threads.save({ ...side.entity, lastAt: at, unread: side.entity.unread + 1 }, side)),
          threads.append({ id: messageId, threadId, at, from: { owner, userId: caller.userId }, text: body.text }),
        ],
        letters: letters.flat(),
        rows: caseNo ? [row] : [],
      },
    );
  },
});
