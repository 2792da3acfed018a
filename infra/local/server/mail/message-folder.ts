import { existsSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mostRead, readMessage, type Shown } from './read-message.ts';

export type FolderMessage = Shown & {
  readonly file: string;
  /** False when nothing can be told of it but that it is there. */
  readonly isReadable: boolean;
  /** When the file came to be, in milliseconds with fractions: a message tells only the second. */
  readonly writtenAt: number;
};

const isMessage = (name: string) => /^[A-Za-z0-9._-]+\.eml$/.test(name);

const nothing: Shown = { from: '', to: '', subject: '', text: '', sentAt: '', replyTo: '', messageId: '' };

/** The first bytes of a file, and when it was written. */
async function beginningOf(path: string): Promise<{ bytes: Uint8Array; writtenAt: number }> {
  const file = await open(path);
  try {
    const { mtimeMs, size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, mostRead));
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, 0);
    return { bytes: bytes.subarray(0, bytesRead), writtenAt: mtimeMs };
  } finally {
    await file.close();
  }
}

async function messageIn(folder: string, file: string): Promise<FolderMessage> {
  const { bytes, writtenAt } = await beginningOf(join(folder, file));
  const shown = await readMessage(bytes);
  return { ...(shown ?? nothing), file, writtenAt, isReadable: shown !== undefined };
}

const placeOf = ({ sentAt, writtenAt, isReadable }: FolderMessage): number =>
  isReadable ? Date.parse(sentAt || '1970-01-01') : Math.floor(writtenAt);

const newestFirst = (a: FolderMessage, b: FolderMessage): number =>
  placeOf(b) - placeOf(a) || b.writtenAt - a.writtenAt;

/** A folder of `.eml` files. A file is never changed once it is there, so each is read once; one that cannot be stands for itself. */
export function messageFolder(folder: string) {
  const known = new Map<string, FolderMessage>();

  async function read(file: string): Promise<FolderMessage> {
    const message =
      known.get(file) ??
      // It may be gone, or not ours to open, and be back the next time.
      (await messageIn(folder, file).catch(() => undefined));
    if (message) known.set(file, message);
    return message ?? { ...nothing, file, writtenAt: 0, isReadable: false };
  }

  return {
    async all(): Promise<readonly FolderMessage[]> {
      const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
      const messages: FolderMessage[] = [];
      // One at a time: of many large ones only one is held.
      for (const entry of entries) if (entry.isFile() && isMessage(entry.name)) messages.push(await read(entry.name));
      return messages.toSorted(newestFirst);
    },
    async raw(file: string): Promise<Uint8Array | undefined> {
      return isMessage(file) ? readFile(join(folder, file)).catch(() => undefined) : undefined;
    },
  };
}
export type MessageFolder = ReturnType<typeof messageFolder>;
