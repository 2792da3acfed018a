import type { Deps } from '../ports/deps.ts';

/**
 * Does something with each item, the earliest first, and returns how many it did. One that cannot be read, or fails, is
 * logged and stops none of the others (R4). When all have had their turn it throws if some failed, so that a job that
 * comes once a day or a month is run again by its caller.
 */
export async function forEachIsolated<T>(
  items: readonly T[],
  { entry, log }: { readonly entry: string; readonly log: Deps['log'] },
  one: (item: T) => Promise<boolean>,
): Promise<number> {
  let [did, failed] = [0, 0];
  for (const item of items) {
    try {
      if (await one(item)) did += 1;
    } catch (failure) {
      failed += 1;
      log.error('one of many failed', { entry, failure });
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${items.length} failed, and are told of one by one`);
  return did;
}
