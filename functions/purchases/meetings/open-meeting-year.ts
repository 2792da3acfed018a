import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { purchaseStore } from '../purchase-store.ts';
import { loadPair } from './load-pair.ts';
import type { Pair } from './pair.ts';
import { yearOpened } from './pair-opening-step.ts';
import { pairStore } from './pair-store.ts';

/** How many are read at once, and how many one run looks at. */
const [atOnce, mostSeen] = [100, 2000];
/** How many of a unit's latest purchases tell whether it still buys of the other. */
const latest = 100;

/** Whether one still buys of the other, or did so last year: units that have stopped are asked for no meetings. */
async function stillBuys(
  { orderingUnitId, receivingUnitId }: Pair,
  since: LocalDate,
  { table }: Pick<Deps, 'table'>,
): Promise<boolean> {
  const { items } = await purchaseStore(table).list({ orderingUnitId }, { limit: latest });
  return items.some(
    ({ entity: { receiver, begun, ended, to } }) =>
      receiver.unitId === receivingUnitId && begun !== undefined && (ended?.on ?? to ?? since) >= since,
  );
}

async function openOne(stored: Stored<Pair>, at: Instant, deps: Deps): Promise<boolean> {
  const year = dateOf(at).slice(0, 4);
  if (stored.entity.year >= year) return false;
  const pair = await loadPair(stored.entity.id, at, deps);
  if (!pair.ok || !(await stillBuys(stored.entity, `${Number(year) - 1}-01-01`, deps))) return false;
  // Conditional on the version that was read: two at once ask for a year's meetings once.
  return committed(yearOpened(stored.entity.id, { ...pair.value, at }, deps).effects, { by: system, at }, deps);
}

/** With a new calendar year its meetings are asked for of every pair that still buys and sells (H-13, A43, D35). */
export const openMeetingYear = job(async (at, deps) => {
  let done = 0;
  let seen = 0;
  let after: string | undefined;
  do {
    const page = await pairStore(deps.table).list('all', { limit: atOnce, ...(after ? { after } : {}) });
    for (const one of page.items) {
      try {
        if (await openOne(one, at, deps)) done += 1;
      } catch (failure) {
        deps.log.error('one of many failed', { entry: 'openMeetingYear', failure });
      }
    }
    seen += page.items.length;
    after = page.next;
  } while (after !== undefined && seen < mostSeen);
  return { done };
});
