import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of the machine's own, as `read` takes its text; undefined when there is none. One that cannot be read is kept
 * whole under another name beside it, so that the machine starts without it, and is logged.
 */
export function readOrLayAside<T>(
  path: string,
  read: (text: string) => T,
  tell: (failure: unknown) => void,
): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return read(readFileSync(path, 'utf8'));
  } catch (failure) {
    renameSync(path, `${path}.damaged-${randomUUID()}`);
    tell(failure);
    return undefined;
  }
}

/** Writes a whole file or nothing: beside, flushed, renamed, and the folder flushed too. */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = openSync(beside, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  const parent = openSync(folder, 'r');
  try {
    fsyncSync(parent);
  } finally {
    closeSync(parent);
  }
}

const halfWritten = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/**
 * Takes away what writes that were cut off left in a folder: a file that was never renamed is nobody's. Only at start,
 * before anything writes there: one machine has the folder to itself.
 */
export function sweepHalfWritten(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile() && halfWritten.test(entry.name)) rmSync(join(folder, entry.name), { force: true });
}
