import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';
import { AroundPath, seenMatter } from './around-act-step.ts';
import { matterStore } from './matter-store.ts';
import { MatterView } from './matter-view.ts';

/** What goes on around a purchase: deviations, injuries, training needs, questions and notes, the newest of each first. */
export const listAround = endpoint({
  summary: 'What goes on around a purchase of hours',
  path: AroundPath,
  query: z.strictObject({ what: MatterView.shape.what.optional(), limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(MatterView), next: z.string().optional() }),
  async run({ path, query, caller, at }, deps) {
    const own = await loadPurchase(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor } = own.value;
    // Those who follow all purchases have no part in what happens in one.
    if (purchaseSide(stored.entity, actor) === undefined) return refuse('missing', 'purchase-not-found');
    const page = { limit: query.limit, ...(query.cursor ? { after: query.cursor } : {}) };
    const { items, next } = await matterStore(deps.table).list(path.purchaseId, query.what, page);
    return done({ items: items.map(({ entity }) => seenMatter(entity, own.value)), next });
  },
});
