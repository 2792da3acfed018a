import { closeSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../../functions/months/dry-run/byte-source.ts';
import { mediaType } from '../../../shared/workbook/media-type.ts';

/** Bytes read at a time. */
const piece = 65_536;

/** A file on disk, read piece by piece into the same bytes: each piece is gone when the next is asked for. */
export const fileSource = (path: string): ByteSource => ({
  name: basename(path),
  *chunks() {
    const file = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(piece);
      for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
        yield bytes.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  },
});

/** Whether there is a file to read. */
export const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false;

/** Whether a file is packed as workbooks are. */
export async function isWorkbook(path: string): Promise<boolean> {
  if (!(await isFile(path))) return false;
  for await (const bytes of fileSource(path).chunks()) return mediaType(bytes) !== 'text/csv';
  return false;
}
