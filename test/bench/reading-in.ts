import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { EntryKey } from '../../functions/registry.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { localMachine } from '../../infra/local/machine.ts';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { idMaker } from '../../shared/domain/id-kinds.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { uploadStore } from '../../shared/stores/upload-store.ts';

/**
 * A city is read in on one machine, and then the same file again: how long each takes, in how many runs of the job, and
 * how long the longest run took (a function has 300 seconds). `node test/bench/reading-in.ts [cases]`, 30,000 if not said.
 */
const most = Number(process.argv[2] ?? 30_000);
const providers = Array.from({ length: 20 }, (_, n) => ({
  id: `P${n + 1}`,
  number: n + 1,
  name: `Utförare ${n + 1}`,
  kind: 'private',
}));
const officers = Array.from({ length: 100 }, (_, n) => ({ id: `O${n + 1}`, name: `Handläggare ${n + 1}` }));
const cases = Array.from({ length: most }, (_, n) => ({
  caseNo: `A-${100_000 + n}`,
  providerId: `P${(n % 20) + 1}`,
  officerId: `O${(n % 100) + 1}`,
  customer: {
    name: `Prov Provsson ${String.fromCharCode(65 + (n % 26))}`,
    address: `Provgatan ${n}`,
    phone: `0247-${100_000 + n}`,
  },
  services: [{ code: 'OMV', minutesPerMonth: 600 + (n % 900) }],
  from: '2025-03-01',
}));
const rates = [{ validFrom: '2026-01-01', orePerHour: 40_000 }];
const file = JSON.stringify({ municipality: 'Provstad', month: '2026-10', rates, providers, officers, cases });

const folder = mkdtempSync(join(tmpdir(), 'utfort-reading-in-'));
const newId = idMaker(Date.now, () => randomBytes(8));
const machine = await localMachine({
  folder,
  keepsTable: true,
  clock: standingClock(instantAt('2026-11-02', '08:00')),
  newId,
  portalUrl: 'https://utfort.example',
  filesUrl: () => 'https://utfort.example',
  log: { error: (message, { failure }) => process.stderr.write(`${message}: ${String(failure)}\n`) },
});
const { table, documents, clock } = machine.deps;
const administrator = { userId: 'D1', role: 'administrator' } as const;
await table.commit([membershipStore(table).save(administrator, undefined)]);
const { ask } = actorsOf(machine);
const Shown = z.looseObject({
  importId: z.string(),
  state: z.string(),
  new: z.int(),
  unchanged: z.int(),
  faults: z.int(),
});

/** Until it waits for somebody, a run of the jobs at a time. */
async function ticked(importId: string) {
  let [runs, longest] = [0, 0];
  const began = performance.now();
  for (;;) {
    const before = performance.now();
    await machine.tick();
    runs += 1;
    longest = Math.max(longest, performance.now() - before);
    const entry: EntryKey = 'getImport';
    const shown = await ask(administrator, entry, { path: { importId } }, Shown);
    const { state, unchanged, faults } = shown;
    const about = { state, new: shown.new, unchanged, faults };
    const seconds = (ms: number) => Math.round(ms / 100) / 10;
    if (state !== 'READING' && state !== 'RUNNING')
      return { ...about, runs, seconds: seconds(performance.now() - began), longestRun: seconds(longest) };
  }
}

async function planned() {
  const documentId = newId('fil');
  await documents.put('incoming', documentId, Buffer.from(file), 'application/json');
  await table.commit([uploadStore(table).open({ documentId, userId: 'D1' }, clock.now())]);
  const body = { files: [{ name: 'cases.json', documentId }] };
  return (await ask(administrator, 'planImport', { body }, Shown)).importId;
}

const first = await planned();
const plan = await ticked(first);
await ask(administrator, 'runImport', { path: { importId: first } }, Shown);
const run = await ticked(first);
const again = await ticked(await planned());
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${JSON.stringify({ cases: most, megabytes: Math.round(file.length / 1e6), plan, run, again, peakMiB: memory })}\n`,
);
machine.close();
rmSync(folder, { recursive: true });
