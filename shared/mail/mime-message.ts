import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mailer } from '../ports/mailer.ts';

type Message = Parameters<Mailer['send']>[0];

/** Whose name the post goes out in; `host` ends the message's own id, which a mail service may give anew. */
type Sender = { readonly from: string; readonly host: string };

/** A letter as it leaves: plain text, marked as written by a machine, with its own id to be found by. */
export function mimeMessage({ letterId, to, subject, text, at }: Message, { from, host }: Sender): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    date: new Date(at),
    messageId: `<${letterId}@${host}>`,
    headers: { 'X-Utfort-Letter': letterId, 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'quoted-printable',
    newline: '\r\n',
  });
  return composer.compile().build();
}
