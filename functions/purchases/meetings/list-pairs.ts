import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadPair } from './load-pair.ts';
import { type PairList, pairStore } from './pair-store.ts';
import { PairView, pairView } from './pair-view.ts';

function whosePairs({ role, unitId }: Caller): PairList | undefined {
  if (role === 'area-head') return 'all';
  if (unitId === undefined) return undefined;
  return role.startsWith('ordering-') ? { orderingUnitId: unitId } : { receivingUnitId: unitId };
}

/** The units that buy and sell hours of each other, with what is left of their year's meetings (H-13). */
export const listPairs = endpoint({
  summary: 'Units that buy and sell hours of each other, with their meetings of the year',
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(PairView), next: z.string().optional() }),
  async run({ query, caller, at }, deps) {
    const whose = whosePairs(caller);
    if (!whose) return refuse('forbidden', 'role-not-allowed');
    const page = { limit: query.limit, ...(query.cursor ? { after: query.cursor } : {}) };
    const { items, next } = await pairStore(deps.table).list(whose, page);
    const pairs = await Promise.all(items.map(({ entity }) => loadPair(entity.id, at, deps)));
    // One whose routine is no longer in force, or no longer asks for meetings, is left out.
    return done({ items: pairs.flatMap((one) => (one.ok ? [pairView(one.value, { ...caller, at })] : [])), next });
  },
});
