import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../../shared/embedded/durable-file.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Machine } from '../machine.ts';
import { CannotStart } from './cannot-start.ts';

/** Written before the first fill, and after it: with the first alone, the fill was cut off and is done anew. */
const begunMark = 'demo-begun';
const doneMark = 'demo-done';
const emptyMark = 'began-empty';

/** What the machine itself keeps in the folder; nothing else there is ever touched. */
const own = /^(table\.sqlite.*|documents|mail|inbox|keys|clock\.json.*|dns\.json.*|demo-begun)$/;

const mark = (folder: string, name: string) =>
  writeDurably(join(folder, name), Buffer.from(`${new Date().toISOString()}\n`));
const has = (folder: string, name: string) => existsSync(join(folder, name));

/** Clears away a demo that was cut off while it was being made, and refuses to call a demo empty. */
export function prepareFolder(folder: string, withDemo: boolean): void {
  if (!withDemo && has(folder, begunMark))
    throw new CannotStart(`${folder} holds the demo; set DATA_DIR to another folder to start with --empty.`);
  if (!has(folder, begunMark) || has(folder, doneMark)) return;
  for (const name of readdirSync(folder)) if (own.test(name)) rmSync(join(folder, name), { recursive: true });
}

/** The first start: the demo, or one administrator who reads the municipality in. Later starts change nothing. */
export async function firstStart(
  folder: string,
  machine: Machine,
  seed: ((machine: Machine) => Promise<void>) | undefined,
) {
  if (has(folder, doneMark) || has(folder, emptyMark)) return;
  if (seed) {
    mark(folder, begunMark);
    await machine.fill(() => seed(machine));
    mark(folder, doneMark);
    return;
  }
  const memberships = membershipStore(machine.deps.table);
  const before = await memberships.find('admin', 'administrator');
  if (!before)
    await machine.deps.table.commit([
      memberships.save({ userId: 'admin', role: 'administrator', name: 'Administratör' }, undefined),
    ]);
  mark(folder, emptyMark);
}
