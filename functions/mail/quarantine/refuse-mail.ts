import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { ownMail } from '../load-own-mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTaskMet } from '../mail-task-step.ts';
import { turnDown } from './deciding.ts';
import { MailReason, MailState, mailState } from './mail-reason.ts';

/** A stopped mail is refused, with the reason: it is kept, and never acted on. */
export const refuseMail = endpoint({
  summary: 'Refuse a mail that was stopped',
  path: z.object({ mailId: SafeId }),
  body: z.strictObject({ reason: MailReason }),
  answer: MailState,
  async run({ path: { mailId }, body, caller, at, ifMatch }, deps) {
    const own = await ownMail(mailId, { caller, ifMatch }, deps.table);
    if (!own.ok) return own;
    const { entity: mail } = own.value;
    const settled = turnDown(mail, { by: caller.userId, at, reason: body.reason });
    if (!settled.ok) return settled;
    const row = { event: 'mail-refused', caseNo: mail.caseNo, refs: { mailId } };
    const effects = together(
      { saves: [mailStore(deps.table).save(settled.value, own.value)], rows: [row] },
      await mailTaskMet(mail, at, deps),
    );
    return done(mailState(settled.value), { ...effects, version: own.value.version + 1 });
  },
});
