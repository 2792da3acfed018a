import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { system, together } from '../../../shared/steps/effects.ts';
import { RecordRef, sealNext } from '../../months/door.ts';
import { loadPurchase } from '../load-purchase.ts';
import { purchaseTaken } from '../purchase-act-step.ts';
import { PurchaseView } from '../purchase-view.ts';
import { agreementOf } from './agreement.ts';
import { paperContent } from './agreement-content.ts';
import { betweenIn, signedDid, streamOfPurchase } from './agreement-step.ts';
import { agreementMeant } from './draft.ts';
import { confirmScan, provenPaper } from './scan.ts';
import { ScanIn } from './scan-body.ts';

/**
 * Another person reads the paper and keys what it says: the same, and it counts as signed (H-17, A72). What two persons
 * have read is then sealed by the service, as a record of who signed on paper; it is no signature of theirs.
 */
export const checkScan = endpoint({
  summary: 'Check an agreement that was signed on paper',
  path: z.object({ purchaseId: SafeId }),
  body: ScanIn,
  answer: PurchaseView.extend({ record: RecordRef }).meta({ id: 'CheckedPurchase' }),
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const { stored, actor, facts, pack, settings } = own.value;
    const use = body.use ?? agreementMeant(stored.entity);
    const sha256 = (await deps.documents.find('documents', body.documentId))?.sha256 ?? '';
    const checked = confirmScan(stored.entity, { ...body, use, sha256 }, actor, facts, pack);
    if (!checked.ok) return checked;
    const agreement = agreementOf(stored.entity.agreements, use);
    if (!agreement?.scan) return refuse('conflict', 'scan-missing');
    const { scan } = agreement;
    const { id: purchaseId } = stored.entity;
    const sealed = await sealNext(
      {
        ...({ kind: 'agreement', stream: streamOfPurchase(purchaseId), municipality: settings.municipality } as const),
        signedBy: { ...system, signInLevel: 'none', signedInAt: at },
        ...{ at, intentId: 'none', keeps: scan.documentId },
        content: paperContent(stored.entity, { ...agreement, scan }, caller.userId, betweenIn(own.value)),
      },
      deps,
    );
    const { ref, effects } = sealed;
    const next = provenPaper(checked.value, use, ref.recordId);
    const refs = { recordId: ref.recordId, sha256: ref.sha256, documentSha256: scan.sha256 };
    const did = signedDid('agreement-scan-checked', next, { use, refs }, own.value);
    const taken = await purchaseTaken(next, own.value, { ...did, also: together(did.also ?? {}, effects) }, deps);
    return answeredWith(taken, { ...taken.value, record: ref });
  },
});
