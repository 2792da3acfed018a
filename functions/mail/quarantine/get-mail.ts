import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownMail } from '../load-own-mail.ts';
import { claimedProvider } from './load-claimed-provider.ts';
import { MailView, mailView } from './mail-view.ts';

/** A mail that has come in, as it may safely be read: whom it claims to be from, why it was stopped, what it would come to. */
export const getMail = endpoint({
  summary: 'Read a mail that has come in',
  path: z.object({ mailId: SafeId }),
  answer: MailView,
  async run({ path: { mailId }, caller, language }, deps) {
    const own = await ownMail(mailId, { caller }, deps.table);
    if (!own.ok) return own;
    const { entity: mail, version } = own.value;
    const claimedProviderId = await claimedProvider(mail, deps);
    return done(mailView(mail, { role: caller.role, language, claimedProviderId }), { version });
  },
});
