import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { asciiAddress } from '../domain/email-address.ts';
import { replyAddress } from '../domain/reply-token.ts';
import type { OutgoingMail } from '../ports/mailer.ts';

/** Whose name and address the post goes out from; the address's host ends the message's own id, which a mail service may replace. */
type Sender = { readonly name: string; readonly address: string };

/** Whom a letter goes to, on its head and on its envelope alike: one mailbox. What is none never leaves. */
export function recipientOf({ to, letterId }: Pick<OutgoingMail, 'to' | 'letterId'>): string {
  const address = asciiAddress(to);
  if (address === undefined) throw new Error(`letter ${letterId} has no address that a letter can go to`);
  return address;
}

/** A letter as it leaves: plain text, marked as written by a machine, with its own id to be found by. */
export async function mimeMessage(message: OutgoingMail, sender: Sender): Promise<Buffer> {
  const { letterId, subject, text, at, replyToken } = message;
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    ...(replyToken === undefined ? {} : { replyTo: replyAddress(sender.address, replyToken) }),
    to: { name: '', address: recipientOf(message) },
    subject,
    text,
    date: new Date(at),
    messageId: `<${letterId}@${sender.address.split('@').at(-1)}>`,
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
