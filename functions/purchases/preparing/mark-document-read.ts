import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { askedBefore } from '../buying-pack.ts';
import { loadPurchase } from '../load-purchase.ts';
import { purchaseTaken } from '../purchase-act-step.ts';
import { PurchaseView } from '../purchase-view.ts';
import { markRead } from './handover.ts';
import { readablePaper } from './load-papers.ts';

/** One of the performer's staff ticks that they have read a document before giving the help (H-39). */
export const markDocumentRead = endpoint({
  summary: 'Tick that a document has been read',
  path: z.object({ purchaseId: SafeId, documentId: SafeId }),
  body: z.strictObject({}),
  answer: PurchaseView,
  async run(input, deps) {
    const { purchaseId, documentId } = input.path;
    const own = await loadPurchase(purchaseId, input, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const paper = readablePaper(own.value, documentId);
    if (!paper.ok) return paper;
    const next = markRead(stored.entity, documentId, actor);
    if (!next.ok) return next;
    const asked = askedBefore('start', stored.entity, pack).find(({ what }) => what === 'risks-readable');
    const row = { event: 'purchase-document-read', ...(asked ? { rule: asked.rule } : {}), refs: { documentId } };
    return purchaseTaken(next.value, own.value, { row }, deps);
  },
});
