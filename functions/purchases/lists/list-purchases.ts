import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { purchaseActor, purchaseAt } from '../load-purchase.ts';
import { isOverseer, maySeePurchase } from '../party.ts';
import { PurchaseState } from '../purchase.ts';
import { seenPurchase } from '../purchase-act-step.ts';
import { type PurchaseList, purchaseStore } from '../purchase-store.ts';
import { PurchaseView } from '../purchase-view.ts';

const Query = z.strictObject({
  side: z
    .enum(['ORDERING', 'RECEIVING'])
    .optional()
    .meta({ description: 'What a unit buys, or what it performs; by the role when left out' }),
  unitId: SafeId.optional().meta({ description: 'Of one unit, for who follows all' }),
  state: PurchaseState.optional(),
  /** Of what the list would hold, those of one case. */
  caseNo: CaseNumber.optional(),
  limit: PageSize,
  cursor: Cursor,
});
type Query = z.infer<typeof Query>;

/** Those whose unit buys; the others of a unit perform. */
const orderers = ['ordering-manager', 'ordering-administrator', 'ordering-officer'];

/** Whose purchases are listed: what the caller's unit buys, or what it or the provider performs; all, for who follows them. */
function whoseList({ role, unitId, providerId }: Caller, query: Query): PurchaseList | undefined {
  const isAll = isOverseer(role);
  const asked = isAll ? query.unitId : unitId;
  if (isAll && asked === undefined) return 'all';
  if (asked === undefined) return providerId === undefined ? undefined : { providerId };
  const side = query.side ?? (isAll || orderers.includes(role) ? 'ORDERING' : 'RECEIVING');
  return side === 'ORDERING' ? { orderingUnitId: asked } : { receivingUnitId: asked };
}

/** Purchases by unit and state, the newest first. */
export const listPurchases = endpoint({
  summary: 'List purchases of hours by unit, the newest first',
  query: Query,
  answer: z.object({ items: z.array(PurchaseView), next: z.string().optional() }),
  async run({ query, caller, at }, deps) {
    const whose = whoseList(caller, query);
    if (!whose) return refuse('forbidden', 'role-not-allowed');
    if (!isOverseer(caller.role) && query.unitId !== undefined && query.unitId !== caller.unitId)
      return refuse('forbidden', 'not-your-unit');
    const actor = purchaseActor(caller, at);
    const page = await filteredPage(
      (part) => purchaseStore(deps.table).list(whose, part),
      // What the index still says of one that is somebody else's by now is left out.
      ({ entity }) => maySeePurchase(entity, actor) && (query.caseNo === undefined || entity.caseNo === query.caseNo),
      { limit: query.limit, after: query.cursor },
    );
    const items = await Promise.all(
      page.items.map(async (stored) => {
        const own = await purchaseAt(stored, actor, deps);
        return own.ok ? [seenPurchase(stored.entity, stored.version, own.value)] : [];
      }),
    );
    // The day alone may have brought another state than the one that is kept.
    const wanted = items
      .flat()
      .filter(({ state }) => query.state === undefined || state === query.state)
      // A performer who may not know yet whom it is for learns it by no question either.
      .filter(({ caseNo }) => query.caseNo === undefined || caseNo === query.caseNo);
    return done({ items: wanted, next: page.next });
  },
});
