import type { Fault } from './result.ts';

/** So many faults are listed by their places; the rest are counted. Nobody mends more in one go. */
export const mostFaults = 100;

export type Gathered = { readonly faults: readonly Fault[]; readonly more: number };

/** The first faults of all, in the order that they are found, and how many more there are. */
export function gathered(...sources: readonly Iterable<Fault>[]): Gathered {
  const faults: Fault[] = [];
  let more = 0;
  for (const source of sources) {
    for (const fault of source) {
      if (faults.length < mostFaults) faults.push(fault);
      else more += 1;
    }
  }
  return { faults, more };
}
