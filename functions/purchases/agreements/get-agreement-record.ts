import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { loadPurchase } from '../load-purchase.ts';

/** A signature of an agreement as it was sealed, to be checked anywhere; there is nothing of the customer in it. */
export const getAgreementRecord = endpoint({
  summary: 'A signature of an agreement as it was sealed',
  path: z.object({ purchaseId: SafeId, recordId: SafeId }),
  answer: SignedRecord,
  isSealed: true,
  async run(input, deps) {
    const { path } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const known = own.value.stored.entity.agreements.flatMap(({ signatures, scan }) => [
      ...signatures.map(({ recordId }) => recordId),
      scan?.checked?.recordId,
    ]);
    if (!known.includes(path.recordId)) return refuse('missing', 'record-not-found');
    const bytes = await sealedStore(deps).bytes(path.recordId);
    return done(SignedRecord.parse(JSON.parse(Buffer.from(bytes).toString())));
  },
});
