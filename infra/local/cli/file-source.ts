import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ByteSource } from '../../../functions/months/byte-source.ts';

/** A file on disk, read in pieces and never whole. */
export const fileSource = (path: string): ByteSource => ({
  chunks: () => createReadStream(path, { highWaterMark: 131_072 }),
});

/** Whether there is a file to read. */
export const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false;
