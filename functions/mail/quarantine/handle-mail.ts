import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { ownMail } from '../load-own-mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTaskMet } from '../mail-task-step.ts';
import { handle } from './deciding.ts';
import { MailReason, MailState, mailState } from './mail-reason.ts';

/** What a mail was asked about has been seen to, and how: the task is met. */
export const handleMail = endpoint({
  summary: 'Say how a mail that was asked about has been seen to',
  path: z.object({ mailId: SafeId }),
  body: z.strictObject({ note: MailReason }),
  answer: MailState,
  async run({ path: { mailId }, body, caller, at, ifMatch }, deps) {
    const own = await ownMail(mailId, { caller, ifMatch }, deps.table);
    if (!own.ok) return own;
    const { entity: mail } = own.value;
    const settled = handle(mail, { by: caller.userId, at, reason: body.note });
    if (!settled.ok) return settled;
    const row = { event: 'mail-handled', caseNo: mail.caseNo, refs: { mailId } };
    const effects = together(
      { saves: [mailStore(deps.table).save(settled.value, own.value)], rows: [row] },
      await mailTaskMet(mail, at, deps),
    );
    return done(mailState(settled.value), { ...effects, version: own.value.version + 1 });
  },
});
