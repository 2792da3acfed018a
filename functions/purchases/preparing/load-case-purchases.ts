import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { mayKnowWhom } from '../disclosure.ts';
import { boardsOf, type LoadedPurchase, purchaseActor, purchaseAt } from '../load-purchase.ts';
import { managerSide } from '../party.ts';
import { purchaseStore } from '../purchase-store.ts';

/**
 * The purchases of a case that somebody is a manager in, the latest last. A performer's manager who may not know whom
 * they are for is answered as if the case were not there.
 */
export async function managedInCase(
  caseNo: string,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  deps: Pick<Deps, 'table'>,
): Promise<Result<readonly [LoadedPurchase, ...LoadedPurchase[]]>> {
  const actor = purchaseActor(caller, at);
  const own = (await purchaseStore(deps.table).ofCase(caseNo))
    .filter(({ entity }) => managerSide(entity, actor) !== undefined)
    .toSorted((one, other) => (one.entity.requested.at < other.entity.requested.at ? -1 : 1));
  const known: LoadedPurchase[] = [];
  for (const stored of own) {
    const loaded = await purchaseAt(stored, actor, deps);
    if (!loaded.ok) return loaded;
    const { entity } = stored;
    const { facts, pack } = loaded.value;
    const isOrderers = managerSide(entity, actor) === 'ORDERING';
    if (isOrderers || mayKnowWhom(entity, boardsOf(loaded.value), facts, pack)) known.push(loaded.value);
  }
  const [first, ...others] = known;
  return first ? accept([first, ...others]) : refuse('missing', 'case-not-found');
}
