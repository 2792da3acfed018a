import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { intentOf, RecordRef, Signing, seal } from '../../months/door.ts';
import { loadPurchase } from '../load-purchase.ts';
import { purchaseTaken } from '../purchase-act-step.ts';
import { PurchaseView } from '../purchase-view.ts';
import { Agreement, agreementOf } from './agreement.ts';
import { agreementContent } from './agreement-content.ts';
import { betweenIn, signedDid, streamOfPurchase } from './agreement-step.ts';
import { addSignature, signatureProven } from './signing.ts';

const Given = z.object({ use: Agreement.shape.use, sha256: Agreement.shape.sha256 });

/**
 * One of the two managers signs the frozen document, in either order (H-17, H-30). Both signatures are records of the
 * purchase's own stream; whoever loses the race of two in the same second signs again over what then stands.
 */
export const signAgreement = endpoint({
  summary: 'Sign the agreement',
  path: z.object({ purchaseId: SafeId }),
  body: Signing,
  signs: true,
  answer: PurchaseView.extend({ record: RecordRef }).meta({ id: 'SignedPurchase' }),
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const intent = await intentOf(body.intentId, caller, 'agreement', deps);
    if (!intent.ok) return intent;
    const { use, sha256 } = Given.parse(intent.value.given);
    const { stored, actor, facts, pack, settings } = own.value;
    const { id: purchaseId } = stored.entity;
    const signed = addSignature(stored.entity, { use, sha256 }, actor, facts, pack);
    if (!signed.ok) return signed;
    const agreement = agreementOf(stored.entity.agreements, use);
    if (!agreement) return refuse('conflict', 'agreement-missing');
    const act = {
      ...({ kind: 'agreement', subject: `${purchaseId}/${use}`, caller, at } as const),
      content: agreementContent(stored.entity, agreement, betweenIn(own.value)),
      ...{ stream: streamOfPurchase(purchaseId), municipality: settings.municipality, keeps: agreement.documentId },
    };
    const sealed = await seal(body.intentId, act, deps);
    if (!sealed.ok) return sealed;
    const { ref, effects } = sealed.value;
    const next = signatureProven(signed.value, use, caller.userId, ref.recordId);
    const refs = { recordId: ref.recordId, sha256: ref.sha256, documentSha256: sha256 };
    const did = signedDid('agreement-signed', next, { use, refs }, own.value);
    const taken = await purchaseTaken(next, own.value, { ...did, also: together(did.also ?? {}, effects) }, deps, 201);
    return answeredWith(taken, { ...taken.value, record: ref });
  },
});
