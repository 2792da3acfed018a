import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { settlingDates } from './settling-dates-step.ts';

/**
 * Every night: what was decided of a provider’s stated months while a later month was still to come, and comes no more
 * (the provider has ended, or has no case in force), is the head’s to settle (D55); and no longer, where one comes again.
 */
export const openSettlements = job(async (at, deps) => {
  const ids = await providerStore(deps.table).ids();
  const log = { entry: 'openSettlements', log: deps.log };
  const done = await forEachIsolated(ids, log, async (id) => {
    const deadlines = await settlingDates(id, undefined, at, deps);
    return deadlines.length > 0 && (await committed({ deadlines }, { by: system, at }, deps));
  });
  return { done };
});
