import { dateOf, type Instant, type Month, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { casesInForce } from '../load-basis.ts';
import { isToBeDrawn } from './commitment.ts';
import { sampled } from './sample.ts';
import { type DrawnCase, placeInSample, sampleStore } from './sample-store.ts';

/** The cases of one provider that the seed chooses among those in force in the month. */
async function drawnOf(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  { seed, share }: { readonly seed: string; readonly share: number },
  deps: Deps,
): Promise<readonly DrawnCase[]> {
  const cases = (await casesInForce({ month, providerId }, deps)).map((one) => ({ ...one, providerId }));
  const byPlace = new Map(cases.map((one) => [placeInSample(one), one]));
  return (await sampled(Buffer.from(seed, 'hex'), cases, share)).flatMap(
    (one) => byPlace.get(placeInSample(one)) ?? [],
  );
}

/** Draws one month's cases and only then shows the seed: cut off before that, nobody has seen anything. */
async function draw(month: Month, at: Instant, deps: Deps): Promise<boolean> {
  const store = sampleStore(deps.table);
  const sample = await store.find(month);
  const seed = sample && isToBeDrawn(sample.entity, at) ? await store.seed(month) : undefined;
  if (!sample || seed === undefined) return false;
  const before = [];
  for (const providerId of await providerStore(deps.table).ids()) {
    const cases = await drawnOf({ month, providerId }, { seed, share: sample.entity.share }, deps);
    for (const change of await store.saveDrawn(month, providerId, cases)) before.push({ saves: [change] });
  }
  const saves = [store.save({ ...sample.entity, seed, drawnAt: at }, sample)];
  return committed({ before, saves }, { by: system, at }, deps);
}

/** When the first working day is over the seed is shown, with the cases that it chooses; also after a long outage. */
export const drawSamples = job(async (at, deps) => {
  const last = previousMonth(monthOf(dateOf(at)));
  const log = { entry: 'drawSamples', log: deps.log };
  return { done: await forEachIsolated([last, previousMonth(last)], log, (month) => draw(month, at, deps)) };
});
