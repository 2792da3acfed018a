import type { TrailEntry } from './trail.ts';

/** A case that no month has: so many rows of one that are not paid. The rest of them are counted. */
export const mostOfCase = 1000;

/** So many entries in all are kept in memory of one month; the city's largest provider has a third of them. */
const mostOfMonth = 100_000;

/** A case's trail as it is kept whole, and how many entries it has beyond. */
export type KeptTrail = { readonly trail: readonly TrailEntry[]; readonly moreRows?: number };

/** Keeps trails while there is room for them, each no longer than anybody reads; an entry that is only counted is no object. */
export function trailRoom(): (trail: Iterable<TrailEntry>) => KeptTrail {
  let room = mostOfMonth;
  return (trail) => {
    const kept: TrailEntry[] = [];
    let moreRows = 0;
    for (const entry of trail) {
      if (kept.length < mostOfCase && room > 0) {
        kept.push(entry);
        room -= 1;
      } else moreRows += 1;
    }
    return { trail: kept, ...(moreRows > 0 ? { moreRows } : {}) };
  };
}
