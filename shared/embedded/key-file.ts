import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole file (mode 0600) or nothing, and returns when it would survive a power cut. */
export async function writeKeyFile(path: string, text: string): Promise<void> {
  await withWritten(path, text, (written) => rename(written, path));
}

/** The same, but only if the file is not there yet; `false` when someone else was first. */
export async function createKeyFile(path: string, text: string): Promise<boolean> {
  return withWritten(path, text, (written) =>
    link(written, path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    ),
  );
}

async function withWritten<T>(path: string, text: string, place: (written: string) => Promise<T>) {
  const written = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(written, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const placed = await place(written);
    await syncFolder(dirname(path));
    return placed;
  } finally {
    await rm(written, { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
