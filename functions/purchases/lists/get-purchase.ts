import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadPurchase } from '../load-purchase.ts';
import { seenPurchase } from '../purchase-act-step.ts';
import { PurchaseView } from '../purchase-view.ts';

/** One purchase from the caller's side of it: how far it has come, what is missing and by which rule. */
export const getPurchase = endpoint({
  summary: 'Read a purchase of hours',
  path: z.object({ purchaseId: SafeId }),
  answer: PurchaseView,
  async run({ path, caller, at }, deps) {
    const own = await loadPurchase(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { entity, version } = own.value.stored;
    return done(seenPurchase(entity, version, own.value), { version });
  },
});
