import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { asciiAddress } from '../domain/email-address.ts';
import { htmlOfLetter } from '../domain/letters/html-of-letter.ts';
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

/** The house's own address as post takes it: its domain may have an å as well as anybody's. */
export function senderAddress({ address }: Pick<Sender, 'address'>): string {
  const ascii = asciiAddress(address);
  if (ascii === undefined) throw new Error('the address that letters go out from is none');
  return ascii;
}

/** A letter as it leaves: text, and the same lines as HTML; marked as written by a machine, with its own id to be found by. */
export async function mimeMessage(message: OutgoingMail, sender: Sender): Promise<Buffer> {
  const { letterId, subject, text, at, replyToken } = message;
  const from = senderAddress(sender);
  const composer = new MailComposer({
    from: { name: sender.name, address: from },
    ...(replyToken === undefined ? {} : { replyTo: replyAddress(from, replyToken) }),
    to: { name: '', address: recipientOf(message) },
    subject,
    // The end of a part's last line is its boundary's: with one of its own a letter would end in an empty line.
    text: text.trimEnd(),
    html: htmlOfLetter(subject, text).trimEnd(),
    // Of the letter, not of chance: the same letter is the same bytes, whoever carries it and however often it is tried.
    baseBoundary: createHash('sha256').update(letterId).digest('hex').slice(0, 32),
    date: new Date(at),
    messageId: `<${letterId}@${from.split('@').at(-1)}>`,
    headers: {
      'X-Utfort-Letter': letterId,
      'Auto-Submitted': 'auto-generated',
      // Exchange looks at its own header before it answers that somebody is on leave.
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'sv',
    },
    textEncoding: 'quoted-printable',
    newline: '\r\n',
  });
  return composer.compile().build();
}
