import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './a-world.ts';

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The ids of all that lies among the records of a world on the embedded adapters, sorted. */
export const recordsIn = (world: World): readonly string[] =>
  readdirSync(join(world.folder, 'documents', 'records'))
    .filter((name) => !name.endsWith('.about.json'))
    .sort();

type Write = (...given: never[]) => Promise<unknown>;

/** Puts something around every write of the world's table and files; the answer takes it away again. */
function around(world: World, wrap: (write: Write) => Write): () => void {
  const { table, documents } = world.deps;
  const [{ commit }, { put }] = [table, documents];
  Object.assign(table, { commit: wrap(commit) });
  Object.assign(documents, { put: wrap(put) });
  return () => {
    Object.assign(table, { commit });
    Object.assign(documents, { put });
  };
}

/** Every write takes some time, so that those who work at once overlap in an order that the seed decides. */
export const slowed = (world: World, random: () => number): (() => void) =>
  around(world, (write) => async (...given) => {
    await wait(random() * 4);
    return write(...given);
  });

export type Crash = 'before' | 'after';

/** The machine is cut off before or after its `n`th write, and writes nothing more until it is started again. */
export function crashingAt(world: World, n: number, when: Crash): { happened(): boolean; restore(): void } {
  let left = n;
  let down = false;
  const cut = () => {
    down = true;
    throw new Error('cut off');
  };
  const restore = around(world, (write) => async (...given) => {
    if (down) return cut();
    const isNow = left-- === 0;
    if (isNow && when === 'before') return cut();
    const answer = await write(...given);
    return isNow ? cut() : answer;
  });
  return { happened: () => down, restore };
}
