import type { Clock } from '../ports/clock.ts';

/** Remembers what was asked for, for some minutes and at most so many things; a failure is not remembered. */
export function ttlCache<T>(clock: Clock, minutes: number, most: number) {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T> }>();

  return (name: string, ask: () => Promise<T>): Promise<T> => {
    const now = Date.parse(clock.now());
    const known = kept.get(name);
    if (known && now < known.until) return known.value;
    kept.delete(name);
    const value = ask();
    kept.set(name, { until: now + minutes * 60_000, value });
    value.catch(() => kept.delete(name));
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return value;
  };
}
