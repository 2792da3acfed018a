import { existsSync } from 'node:fs';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mailer } from '../ports/mailer.ts';
import { writeDurably } from './durable-file.ts';

const sender = 'Utfört <utfort@kommun.example>';

/** The place of a letter's message; whether it is there is the local answer to "was it delivered?". */
export const messageFile = (folder: string, letterId: string) => join(folder, `${letterId}.eml`);

export const isDelivered = (folder: string, letterId: string): boolean => existsSync(messageFile(folder, letterId));

/** A mailer whose post is files: one `.eml` a letter, whole or not at all. */
export const localMailer = (folder: string): Mailer => ({
  async send({ letterId, to, subject, text, at }) {
    const composer = new MailComposer({
      from: sender,
      to,
      subject,
      text,
      date: new Date(at),
      messageId: `<${letterId}@utfort.example>`,
      headers: { 'X-Utfort-Letter': letterId, 'Auto-Submitted': 'auto-generated' },
      textEncoding: 'quoted-printable',
      newline: '\r\n',
    });
    writeDurably(messageFile(folder, letterId), await composer.compile().build());
  },
});
