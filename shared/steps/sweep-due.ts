import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import { type Item, type Key, laterRelease } from '../ports/table.ts';
import { asideStore } from '../stores/aside-store.ts';
import { type DueQueue, dueOnes, moveWatermark } from '../stores/due-index.ts';
import type { Stored } from '../stores/stored.ts';

export type Sweep<T> = {
  readonly queue: DueQueue;
  /** The entry that sweeps, for the log. */
  readonly entry: string;
  /** How many it does in one run, at most. */
  readonly atOnce: number;
  /** An item as what it is; throws when it cannot be read. */
  readonly read: (item: Item) => Stored<T>;
  /** Does with one what time has come for; false when there was nothing to do, or somebody else was first. */
  readonly one: (stored: Stored<T>) => Promise<boolean>;
};

/** How many one run looks at: it passes what fails and stays, and ends all the same. */
const mostSeen = 2000;

const nameOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;

/** The item as what it is; undefined when it cannot be read, and has been set aside with a task for a person. */
export async function readOrSetAside<T>(
  item: Item,
  { queue, entry, read }: Pick<Sweep<T>, 'queue' | 'entry' | 'read'>,
  deps: Deps,
): Promise<Stored<T> | undefined> {
  try {
    return read(item);
  } catch (failure) {
    // To be left to the release that wrote it: this one would write it as its own.
    if (item.data === laterRelease) throw failure;
    deps.log.error('an item cannot be read and was set aside', { entry, failure });
    // Lost to somebody who wrote it just now: it is read again the next time.
    await deps.table.commit([await asideStore(deps.table).setAside(item, queue)]);
    return undefined;
  }
}

/**
 * Does what is due at `at`, the earliest first, and moves the mark. Each item is on its own (R4): one that cannot be
 * read is set aside and takes no place in a run; one whose work fails is logged, stays, and is passed.
 */
export async function sweepDue<T>(sweep: Sweep<T>, at: Instant, deps: Deps): Promise<{ readonly done: number }> {
  const { queue, entry, atOnce, one } = sweep;
  const seen = new Set<string>();
  let done = 0;

  async function take(item: Item): Promise<void> {
    try {
      const stored = await readOrSetAside(item, sweep, deps);
      if (stored && (await one(stored))) done += 1;
    } catch (failure) {
      deps.log.error('one of many failed', { entry, failure });
    }
  }

  while (done < atOnce && seen.size < mostSeen) {
    // What was seen in this run and is still in the index comes before the rest.
    const due = await dueOnes(deps.table, queue, at, atOnce + seen.size);
    const fresh = due.filter((entryOf) => !seen.has(nameOf(entryOf))).slice(0, atOnce);
    if (fresh.length === 0) break;
    for (const key of fresh) seen.add(nameOf(key));
    for (const item of await deps.table.getMany(fresh)) if (done < atOnce) await take(item);
  }
  await moveWatermark(deps.table, queue, at, (failure) =>
    deps.log.error('a watermark cannot be read and is taken as none', { entry, failure }),
  );
  return { done };
}
