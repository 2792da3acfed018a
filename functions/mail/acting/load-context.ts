import type { Instant } from '../../../shared/domain/local-time.ts';
import { tokenIn } from '../../../shared/domain/reply-token.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Mail } from '../mail.ts';

/** The letter that a mail answers. */
export type MailContext = { readonly token: string; readonly reply: Stored<Reply> };

/** What a mail is about, by the reply address that it came to. */
export async function contextOf(mail: Mail, at: Instant, { table }: Deps): Promise<MailContext | undefined> {
  const token = tokenIn(mail.envelope?.to ?? []);
  const reply = token === undefined ? undefined : await replyStore(table).behind(token);
  if (token === undefined || !reply || reply.entity.expiresAt <= at) return undefined;
  return { token, reply };
}
