import { dateOf, type Instant, type Month, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { basisOf } from '../load-basis.ts';
import { monthStore } from '../month-store.ts';
import { commitSample } from '../sampling/commit-sample-step.ts';
import { missingDates, roomFor } from './month-deadlines-step.ts';
import { openingOf } from './opening.ts';

/** Opens one provider's month, once; a provider without a case in it has nothing to hand in. */
async function open(month: Month, providerId: string, at: Instant, deps: Deps): Promise<boolean> {
  const months = monthStore(deps.table);
  if (await months.find(month, providerId)) return false;
  const basis = await basisOf(month, providerId, deps);
  if (!basis.ok || basis.value.cases.length === 0) return false;
  const officers = [...new Set(basis.value.cases.map(({ officerId }) => officerId))].sort();
  const opening = openingOf(month, providerId, officers, basis.value.pack);
  if (!opening.ok) return false;
  const of = { month, providerId };
  const deadlines = await missingDates(of, opening.value.deadlines, deps.table);
  const effects = { saves: [months.save(opening.value.month, undefined)], ...roomFor(deadlines) };
  return committed(effects, { by: system, at }, deps);
}

/** On the first of a month: the month before is over, and each provider's papers get their dates, and its sample is bound. */
export const openMonth = job(async (at, deps) => {
  const month = previousMonth(monthOf(dateOf(at)));
  // Before anything of it is handed in; lost to itself, when it is run twice at once.
  await committed(await commitSample(month, at, deps), { by: system, at }, deps);
  const ids = await providerStore(deps.table).ids();
  const log = { entry: 'openMonth', log: deps.log };
  return { done: await forEachIsolated(ids, log, (id) => open(month, id, at, deps)) };
});
