import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { ownMail } from '../load-own-mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTaskMet } from '../mail-task-step.ts';
import { release } from './deciding.ts';
import { claimedProvider } from './load-claimed-provider.ts';
import { MailReason, MailState, mailState } from './mail-reason.ts';

/**
 * The officer of the case, else an administrator, answers for whom a stopped mail is from, and why: it is then taken as
 * that provider's, once. One that may carry harm, or cannot be read, is never let through.
 */
export const releaseMail = endpoint({
  summary: 'Let a mail that was stopped through',
  path: z.object({ mailId: SafeId }),
  body: z.strictObject({
    reason: MailReason,
    providerId: SafeId.optional().meta({
      description: 'Whom it is from; its order or its address says it when left out',
    }),
  }),
  answer: MailState,
  async run({ path: { mailId }, body, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const own = await ownMail(mailId, { caller, ifMatch }, table);
    if (!own.ok) return own;
    const { entity: mail } = own.value;
    const providerId = body.providerId ?? (await claimedProvider(mail, deps));
    const { reason } = body;
    const released = release(mail, providerId ?? '', { by: caller.userId, at, reason });
    if (!released.ok) return released;
    if (providerId === undefined)
      return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'mail-provider-needed' }]);
    const order = mail.orderId === undefined ? undefined : await orderStore(table).find(mail.orderId);
    if (order && order.entity.providerId !== providerId)
      return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'mail-of-other-provider' }]);
    if (!(await providerStore(table).find(providerId)))
      return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'unknown-provider' }]);

    const { caseNo, stopped = '' } = mail;
    const row = { event: 'mail-released', caseNo, refs: { mailId, providerId, stopped } };
    const effects = together(
      { saves: [mailStore(table).save(released.value, own.value)], rows: [row] },
      await mailTaskMet(mail, at, deps),
    );
    return done(mailState(released.value), { ...effects, version: own.value.version + 1 });
  },
});
