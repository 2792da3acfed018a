import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start.ts';

/** One process a folder. The operating system holds the lock, so that a killed process leaves none behind. */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (failure) {
    database.close();
    if (!String(failure).includes('locked')) throw failure;
    throw new CannotStart(`${folder} is in use by another Utfört; stop it, or set DATA_DIR to another folder.`);
  }
  return { release: () => database.close() };
}
