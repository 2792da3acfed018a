import * as z from 'zod';
import { CaseNumber } from '../../shared/domain/case-number.ts';
import { dateOf } from '../../shared/domain/local-time.ts';
import { ownerOf } from '../../shared/domain/owner.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import type { Table } from '../../shared/ports/table.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { waitingLetter } from './waiting-letter-step.ts';
import { Addressee, MessageText, mayWrite, receiverOf, titleOf, type WrittenAboutCase } from './writing.ts';

async function factsOf(caseNo: string | undefined, table: Table): Promise<WrittenAboutCase | undefined> {
  const found = caseNo === undefined ? undefined : await caseStore(table).find(caseNo);
  if (!found) return undefined;
  const assignments = await assignmentStore(table).ofCase(found.entity.caseNo);
  return { officerId: found.entity.officerId, assignments };
}

const isOfficer = async (to: string, table: Table): Promise<boolean> =>
  !to.startsWith('officer:') ||
  (await membershipStore(table).find(to.slice('officer:'.length), 'officer')) !== undefined;

/** Somebody begins to write to another unit, mostly about a case: what must not go by mail. */
export const sendMessage = endpoint({
  summary: 'Write to an officer, a provider or the head, inside the system',
  body: z.strictObject({
    to: Addressee.optional().meta({ description: 'The officer of the case when left out' }),
    caseNo: CaseNumber.optional(),
    text: MessageText,
  }),
  answer: z.object({ threadId: z.string(), messageId: z.string() }),
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const { caseNo, text } = body;
    const facts = await factsOf(caseNo, table);
    const receiver = receiverOf(body, facts);
    if (!receiver.ok) return receiver;
    const to = receiver.value;
    const allowed = mayWrite({ to, caseNo }, facts, caller, dateOf(at));
    if (!allowed.ok) return allowed;
    if (!(await isOfficer(to, table)))
      return refuse('invalid', 'bad-request', [{ at: 'body.to', code: 'recipient-not-found' }]);

    const threads = threadStore(table);
    const [threadId, messageId] = [deps.newId('trad'), deps.newId('medd')];
    const from = ownerOf(caller);
    const side = { threadId, title: titleOf(text), lastAt: at, ...(caseNo ? { caseNo } : {}) };
    const row = { event: 'message-sent', caseNo, refs: { threadId, messageId, to } };
    return done(
      { threadId, messageId },
      {
        status: 201,
        saves: [
          threads.open({ ...side, owner: from, others: [to], unread: 0 }),
          threads.open({ ...side, owner: to, others: [from], unread: 1 }),
          threads.append({ id: messageId, threadId, at, from: { owner: from, userId: caller.userId }, text }),
        ],
        letters: await waitingLetter({ threadId, caseNo, to }, at, deps),
        rows: caseNo ? [row] : [],
      },
    );
  },
});
