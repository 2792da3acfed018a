import { firstDay, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { committedSample, seedBytes } from './commitment.ts';
import { commitmentOf } from './sample.ts';
import { sampleStore } from './sample-store.ts';

/**
 * Binds a month to a seed that nobody has seen, once, before anything is handed in. Nothing where it is bound already,
 * or where the routine has no month.
 */
export async function commitSample(month: Month, at: Instant, deps: Deps): Promise<Effects> {
  const store = sampleStore(deps.table);
  if (await store.find(month)) return {};
  const routine = await routineOn(deps.table, firstDay(month));
  if (!routine.ok || !routine.value.pack.month) return {};
  const seed = deps.randomBytes(seedBytes);
  const sample = committedSample(month, await commitmentOf(seed), { at, pack: routine.value.pack });
  return {
    saves: [store.save(sample, undefined), store.keepSeed(month, Buffer.from(seed).toString('hex'))],
  };
}
