import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Machine } from '../machine.ts';

/** Something that the script does at a time. */
export type TimedStep = { readonly at: Instant; readonly act: () => Promise<void> };

/** What is to be done at the same time is done as it stands. */
export const byTime = (steps: readonly TimedStep[]): readonly TimedStep[] =>
  steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/** Moves the clock to each step in turn, running what falls due on the way, and does it. */
export async function runTimed(machine: Machine, steps: readonly TimedStep[]): Promise<void> {
  let last: Instant | undefined;
  for (const { at, act } of steps) {
    if (at !== last) await machine.moveTo(at);
    last = at;
    await act();
  }
}
