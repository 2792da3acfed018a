import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Instant } from '../../../../shared/domain/local-time.ts';
import type { Machine } from '../../machine.ts';
import { scanned } from '../../smtp/test-virus.ts';
import { readMessage } from './read-message.ts';

const messageName = /^([A-Za-z0-9._-]{1,100})\.eml$/;
/** In bytes; the server that wrote the folder took no more than 25,000,000. */
const largest = 100_000_000;

const Envelope = z.object({
  receivedAt: Instant.optional().catch(undefined),
  remoteAddress: z.string().optional(),
  helo: z.string().optional(),
  from: z.string(),
  to: z.array(z.string()).max(100),
});

/** What was kept of the conversation; of a message without it, what its own head says, which proves nothing. */
async function envelopeOf(path: string, raw: Uint8Array): Promise<object> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  try {
    const { receivedAt, ...envelope } = Envelope.parse(JSON.parse(kept));
    return { ...envelope, ...(receivedAt ? { arrivedAt: receivedAt } : {}) };
  } catch {
    // Cut off, or never written: whoever the mail says that it is from has to be proven in any case.
    const shown = await readMessage(raw.subarray(0, 262_144));
    return { from: shown?.from || 'unknown', to: [] };
  }
}

async function take(folder: string, name: string, id: string, { deps, tell }: Machine): Promise<boolean> {
  const path = join(folder, name);
  if ((await stat(path)).size > largest) return false;
  const raw = await readFile(path);
  const envelope = await envelopeOf(join(folder, `${id}.envelope.json`), raw);
  // Cut off anywhere it is done again under the same id, and what has been taken is not taken twice.
  await deps.documents.put('incoming', id, raw, 'message/rfc822');
  await tell('mail-in', { mailId: id, laid: { documentId: id, envelope }, scan: scanned(raw) });
  await rm(path);
  await rm(join(folder, `${id}.envelope.json`), { force: true });
  return true;
}

/**
 * Earlier versions kept mail in a folder, and did nothing with it. What lies there comes in as if it came now; what
 * cannot be taken stays where it is, and is logged. How many were taken.
 */
export async function takeOldInbox(folder: string, machine: Machine): Promise<number> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  let taken = 0;
  // One at a time: of many large ones only one is held.
  for (const entry of entries) {
    const [name = '', id] = messageName.exec(entry.name) ?? [];
    if (id === undefined || !entry.isFile()) continue;
    try {
      if (await take(folder, name, id, machine)) taken += 1;
    } catch (failure) {
      machine.deps.log.error('a message of an earlier version could not be taken up', { entry: 'inbox', failure });
    }
  }
  return taken;
}
