import type { Instant } from '../../../shared/domain/local-time.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { casesOfPerson, knownOf } from '../../people/door.ts';
import { purchaseAt } from '../load-purchase.ts';
import { purchaseEffects } from '../purchase-act-step.ts';
import { purchaseStore } from '../purchase-store.ts';
import type { Telling } from '../telling-step.ts';
import { isDoneWith, mayHaveNews, type Watched, watched } from './watching.ts';

/** How many are read at once, and how many one run looks at; the next goes on where it ended. */
const [atOnce, mostSeen] = [100, 1000];

const sidesOf = (variant: { readonly ordering: string; readonly receiving: string }): readonly Telling[] => [
  { kind: 'N36', to: { side: 'ORDERING' }, variant: variant.ordering },
  { kind: 'N36', to: { side: 'RECEIVING' }, variant: variant.receiving },
];

/** Who is told of what; that an agreed day has passed is no news. */
const toldOf: Readonly<Record<Watched['event'], readonly Telling[]>> = {
  'purchase-ended-by-death': sidesOf({ ordering: 'over', receiving: 'over' }),
  'purchase-resumed': sidesOf({ ordering: 'resumed', receiving: 'resumed' }),
  'purchase-period-over': [],
};

async function watchOne(purchaseId: string, at: Instant, deps: Deps): Promise<boolean> {
  const purchases = purchaseStore(deps.table);
  const stored = await purchases.find(purchaseId);
  if (!stored || isDoneWith(stored.entity, at)) {
    await committed({ saves: [purchases.unwatch({ id: purchaseId })] }, { by: system, at }, deps);
    return false;
  }
  const known = await knownOf(await casesOfPerson(stored.entity.caseNo, deps), deps);
  if (!mayHaveNews(stored.entity, { ...known, at })) return false;
  const own = await purchaseAt(stored, { userId: system.userId, role: 'administrator', at }, deps);
  // Without a routine that day nothing is decided.
  if (!own.ok) return false;
  const found = watched(stored.entity, { diedOn: own.value.facts.diedOn, at }, own.value.pack);
  if (!found) return false;
  const row = { event: found.event };
  const { effects } = await purchaseEffects(found.next, own.value, { row, tells: toldOf[found.event] }, deps);
  // Conditional on the version that was read: two at once do it once, and what somebody did meanwhile is kept.
  return committed(effects, { by: system, at }, deps);
}

/**
 * Looks at the purchases that go on: a death that became known anywhere ends the help, or gives it back where it was told
 * by mistake (A80), and an agreed last day that has passed closes it. Orders stand below purchases and know of none.
 */
export const watchPurchases = job(async (at, deps) => {
  const purchases = purchaseStore(deps.table);
  const place = await purchases.watchPlace();
  let done = 0;
  let seen = 0;
  let after = place?.entity.after;
  do {
    const page = await purchases.watched({ limit: atOnce, ...(after ? { after } : {}) });
    for (const id of page.items) {
      try {
        if (await watchOne(id, at, deps)) done += 1;
      } catch (failure) {
        deps.log.error('one of many failed', { entry: 'watchPurchases', failure });
      }
    }
    seen += page.items.length;
    after = page.next;
  } while (after !== undefined && seen < mostSeen);
  if (after !== place?.entity.after)
    await committed(
      { saves: [purchases.saveWatchPlace(after === undefined ? {} : { after }, place)] },
      { by: system, at },
      deps,
    );
  return { done };
});
