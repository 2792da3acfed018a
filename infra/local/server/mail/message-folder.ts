import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { localIso, parseInstant } from '../../../../shared/domain/local-time.ts';

export type Message = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
  readonly file: string;
  /** When the file came to be, in milliseconds with fractions: a message tells only the second. */
  readonly writtenAt: number;
};

const isMessage = (name: string) => /^[A-Za-z0-9._-]+\.eml$/.test(name);

const instantOf = (date: string | undefined) => {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : parseInstant(new Date(milliseconds).toISOString());
};

async function messageIn(folder: string, file: string): Promise<Message> {
  const mail = await PostalMime.parse(await readFile(join(folder, file)));
  const sentAt = instantOf(mail.date);
  return {
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map(({ address }) => address ?? '').join(', '),
    subject: mail.subject ?? '',
    text: (mail.text ?? '').replace(/\r\n/g, '\n').trimEnd(),
    sentAt: sentAt ? localIso(sentAt) : '',
    file,
    writtenAt: (await stat(join(folder, file))).mtimeMs,
  };
}

const newestFirst = (a: Message, b: Message): number =>
  Date.parse(b.sentAt || '1970-01-01') - Date.parse(a.sentAt || '1970-01-01') || b.writtenAt - a.writtenAt;

/** A folder of `.eml` files. A file is never changed once it is there, so each is read once. */
export function messageFolder(folder: string) {
  const known = new Map<string, Promise<Message>>();
  const read = (file: string): Promise<Message> => {
    const message = known.get(file) ?? messageIn(folder, file);
    known.set(file, message);
    return message;
  };
  return {
    async all(): Promise<readonly Message[]> {
      const files = existsSync(folder) ? (await readdir(folder)).filter(isMessage) : [];
      return (await Promise.all(files.map(read))).toSorted(newestFirst);
    },
    async raw(file: string): Promise<Uint8Array | undefined> {
      const path = join(folder, file);
      return isMessage(file) && existsSync(path) ? readFile(path) : undefined;
    },
  };
}
export type MessageFolder = ReturnType<typeof messageFolder>;
