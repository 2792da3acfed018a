import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { IntentView, intend } from '../../months/door.ts';
import { loadPurchase } from '../load-purchase.ts';
import { Agreement, agreementOf } from './agreement.ts';
import { agreementContent } from './agreement-content.ts';
import { betweenIn } from './agreement-step.ts';
import { agreementMeant } from './draft.ts';
import { addSignature } from './signing.ts';

/** A manager sees what will be signed: the document's sum, the same for both (H-17). */
export const intendAgreement = endpoint({
  summary: 'See the agreement as it will be signed',
  path: z.object({ purchaseId: SafeId }),
  body: z.strictObject({ use: Agreement.shape.use.optional() }),
  answer: IntentView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const { stored, actor, facts, pack } = own.value;
    const use = body.use ?? agreementMeant(stored.entity);
    const agreement = agreementOf(stored.entity.agreements, use);
    const may = addSignature(stored.entity, { use, sha256: agreement?.sha256 ?? '' }, actor, facts, pack);
    if (!may.ok) return may;
    if (!agreement) return refuse('conflict', 'agreement-missing');
    const { id: purchaseId } = stored.entity;
    const content = agreementContent(stored.entity, agreement, betweenIn(own.value));
    const act = { kind: 'agreement', subject: `${purchaseId}/${use}`, caller, at, content } as const;
    const { view, effects } = await intend(act, { use, sha256: agreement.sha256 }, deps);
    return done(view, { ...effects, status: 201 });
  },
});
