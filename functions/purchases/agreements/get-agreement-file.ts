import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { localIso, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { mayKnowWhom } from '../disclosure.ts';
import { FileToRead, minutesToRead } from '../file-to-read.ts';
import { boardsOf, loadPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';
import { Agreement, agreementOf } from './agreement.ts';
import { frozenFile } from './agreement-step.ts';
import { agreementMeant } from './draft.ts';

/**
 * The agreement's document as it was frozen, or the paper that was scanned. It names the case, so the performer reads it
 * once it may know whom the help is for.
 */
export const getAgreementFile = endpoint({
  summary: 'Where the agreement can be read',
  path: z.object({ purchaseId: SafeId }),
  query: z.strictObject({
    use: Agreement.shape.use.optional(),
    file: z.enum(['document', 'paper']).default('document'),
  }),
  answer: FileToRead.extend({ sha256: z.string() }).meta({ id: 'AgreementFile' }),
  async run(input, deps) {
    const { path, query, at } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const { stored, actor, facts, pack } = own.value;
    const { agreements, id: purchaseId } = stored.entity;
    const isPerformers = purchaseSide(stored.entity, actor) === 'RECEIVING';
    const agreement = agreementOf(agreements, query.use ?? agreementMeant(stored.entity)) ?? agreements.at(-1);
    const frozen = query.file === 'paper' ? agreement?.scan : agreement;
    const isOpen = !isPerformers || mayKnowWhom(stored.entity, boardsOf(own.value), facts, pack);
    if (!frozen || !isOpen) return refuse('missing', 'agreement-missing');
    const found = await frozenFile(frozen.documentId, frozen.sha256, deps);
    if (!found) return refuse('missing', 'agreement-missing');
    const { contentType, sha256 } = found;
    const shown: z.output<typeof FileToRead>['shown'] = contentType === 'image/tiff' ? 'attachment' : 'inline';
    const expiresAt = plusMinutes(at, minutesToRead);
    const fileName = `avtal-${purchaseId}.pdf`;
    const wanted = { bucket: 'documents', id: frozen.documentId, contentType, shown, expiresAt } as const;
    const { url } = await deps.documents.openView(contentType === 'application/pdf' ? { ...wanted, fileName } : wanted);
    return done({ url, expiresAt: localIso(expiresAt), contentType, shown, sha256 });
  },
});
