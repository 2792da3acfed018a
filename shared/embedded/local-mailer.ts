import { statSync } from 'node:fs';
import { join } from 'node:path';
import { mimeMessage } from '../mail/mime-message.ts';
import type { Mailer } from '../ports/mailer.ts';
import { writeDurably } from './durable-file.ts';

/** Whom the local machine's post comes from, and where a reply to it goes. */
export const localSender = { name: 'Utfört', address: 'utfort@kommun.example' };

/** The place of a letter's message; whether it is there is the local answer to "was it delivered?". */
export const messageFile = (folder: string, letterId: string) => join(folder, `${letterId}.eml`);

export const isDelivered = (folder: string, letterId: string): boolean =>
  statSync(messageFile(folder, letterId), { throwIfNoEntry: false })?.isFile() ?? false;

/** A mailer whose post is files: one `.eml` a letter, whole or not at all. */
export const localMailer = (folder: string): Mailer => ({
  async send(message) {
    writeDurably(messageFile(folder, message.letterId), await mimeMessage(message, localSender));
    return 'TAKEN';
  },
});
