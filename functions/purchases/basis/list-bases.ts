import * as z from 'zod';
import { Month } from '../../../shared/domain/local-date.ts';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { purchaseActor } from '../load-purchase.ts';
import { isOverseer } from '../party.ts';
import { seenBasis } from './basis-act-step.ts';
import { type BasisList, basisStore } from './basis-store.ts';
import { BasisView } from './basis-view.ts';
import { loadedBasis, maySeeBasis, performerOwner } from './load-month-basis.ts';

const orderers = ['ordering-manager', 'ordering-administrator', 'ordering-officer'];

/** Whose bases are listed: what the caller's unit buys, what it or the provider performs; all, for who follows them. */
function whoseBases({ role, unitId, providerId }: Caller): BasisList | undefined {
  if (isOverseer(role)) return 'all';
  if (unitId !== undefined && orderers.includes(role)) return { orderingUnitId: unitId };
  if (unitId !== undefined) return { performer: performerOwner({ id: unitId, isUnit: true }) };
  return providerId === undefined ? undefined : { performer: performerOwner({ id: providerId, isUnit: false }) };
}

/** A month's bases of bought hours, by unit or performer. */
export const listBases = endpoint({
  summary: 'List a month’s bases of bought hours',
  path: z.object({ month: Month }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(BasisView), next: z.string().optional() }),
  async run({ path, query: { limit, cursor }, caller, at }, deps) {
    const whose = whoseBases(caller);
    if (!whose) return refuse('forbidden', 'role-not-allowed');
    const actor = purchaseActor(caller, at);
    const { items, next } = await basisStore(deps.table).list(path.month, whose, { limit, after: cursor });
    const seen = await Promise.all(
      items
        .filter(({ entity }) => maySeeBasis(entity, actor))
        .map(async (stored) => {
          const own = await loadedBasis(stored, actor, deps);
          return own.ok ? [await seenBasis(stored.entity, stored.version, own.value, deps)] : [];
        }),
    );
    return done({ items: seen.flat(), next });
  },
});
