import type { Deps } from '../ports/deps.ts';

/**
 * Does something with each item, the earliest first, and tells how many it did. One that cannot be read, or fails, is
 * told of in the log and stops none of the others (R4); it stands where it stood, and comes again with the next turn.
 */
export async function eachByItself<T>(
  items: readonly T[],
  { entry, log }: { readonly entry: string; readonly log: Deps['log'] },
  one: (item: T) => Promise<boolean>,
): Promise<number> {
  let did = 0;
  for (const item of items) {
    try {
      if (await one(item)) did += 1;
    } catch (failure) {
      log.error('one of many failed', { entry, failure });
    }
  }
  return did;
}
