import * as z from 'zod';
import { Instant, parseInstant } from '../../shared/domain/local-time.ts';
import { readOrLayAside, writeDurably } from '../../shared/embedded/durable-file.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Deps } from '../../shared/ports/deps.ts';

/** A clock that can be moved. `reached` is how far the jobs have been run. */
export type LocalClock = Clock & {
  set(at: Instant): void;
  /** The machine's time can never be moved before this; its first key is in force from here. */
  readonly earliest: Instant;
  /** How far the machine's time is ahead of the world's, in milliseconds; tokens live in the world's time. */
  aheadBy(): number;
  reached(): Instant | undefined;
  reach(at: Instant): void;
};

const iso = (milliseconds: number): Instant => {
  const text = new Date(milliseconds).toISOString();
  return parseInstant(text) ?? text;
};

/** Stands still until it is moved: for the headless month and the tests. */
export function standingClock(start: Instant): LocalClock {
  let now = start;
  let reached: Instant | undefined;
  return {
    earliest: start,
    now: () => now,
    set: (at) => {
      now = at;
    },
    aheadBy: () => Date.parse(now) - Date.now(),
    reached: () => reached,
    reach: (at) => {
      reached = at;
    },
  };
}

const Kept = z.object({ aheadBy: z.number(), reached: Instant.optional() });

/** Ticks with the world, ahead of it by what it was last set to; remembers both over a restart. */
export function tickingClock(path: string, log: Deps['log']): LocalClock {
  const tell = (failure: unknown) =>
    log.error('the kept time cannot be read; the clock goes by the world again', { entry: 'clock', failure });
  const found = readOrLayAside(path, (text) => Kept.parse(JSON.parse(text)), tell);
  let kept: z.infer<typeof Kept> = found ?? { aheadBy: 0 };
  const keep = (next: z.infer<typeof Kept>) => {
    kept = next;
    writeDurably(path, Buffer.from(JSON.stringify(next)));
  };
  return {
    earliest: '2000-01-01T00:00:00.000Z',
    now: () => iso(Date.now() + kept.aheadBy),
    set: (at) => keep({ ...kept, aheadBy: Date.parse(at) - Date.now() }),
    aheadBy: () => kept.aheadBy,
    reached: () => kept.reached,
    // Kept in memory between the minutes: after a crash the jobs of the last minute are run again, which does no harm.
    reach: (at) => {
      const next = { ...kept, reached: at };
      if (kept.reached?.slice(0, 16) === at.slice(0, 16)) kept = next;
      else keep(next);
    },
  };
}
