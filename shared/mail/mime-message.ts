import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { asciiAddress } from '../domain/email-address.ts';
import type { Mailer } from '../ports/mailer.ts';

type Message = Parameters<Mailer['send']>[0];

/** Whose name the post goes out in; `host` ends the message's own id, which a mail service may replace. */
type Sender = { readonly from: string; readonly host: string };

/** Whom a letter goes to, on its head and on its envelope alike: one mailbox. What is none never leaves. */
export function recipientOf({ to, letterId }: Pick<Message, 'to' | 'letterId'>): string {
  const address = asciiAddress(to);
  if (address === undefined) throw new Error(`letter ${letterId} has no address that a letter can go to`);
  return address;
}

/** A letter as it leaves: plain text, marked as written by a machine, with its own id to be found by. */
export async function mimeMessage(message: Message, { from, host }: Sender): Promise<Buffer> {
  const { letterId, subject, text, at } = message;
  const composer = new MailComposer({
    from,
    to: { name: '', address: recipientOf(message) },
    subject,
    text,
    date: new Date(at),
    messageId: `<${letterId}@${host}>`,
    // Exchange looks at its own header before it answers that somebody is on leave.
    headers: {
      'X-Utfort-Letter': letterId,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    textEncoding: 'quoted-printable',
    newline: '\r\n',
  });
  return composer.compile().build();
}
