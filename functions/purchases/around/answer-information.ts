import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { ownUploads } from '../preparing/papers-step.ts';
import { AroundPath, aroundTaken, loadMatter } from './around-act-step.ts';
import { sendInformation } from './information.ts';
import { MatterView } from './matter-view.ts';

/** The performer's manager answers, inside the system, when a consent names who asked (B-10, B-20, B-22, B-23). */
export const answerInformation = endpoint({
  summary: 'Send the information that was asked for',
  path: AroundPath.extend({ questionId: SafeId }),
  body: z.strictObject({
    documentIds: z
      .array(SafeId.meta({ description: 'From openUpload' }))
      .min(1)
      .max(10),
  }),
  answer: MatterView,
  async run({ path: { purchaseId, questionId: id }, body, caller, at }, deps) {
    const found = await loadMatter('question', { purchaseId, id }, { caller, at }, deps);
    if (!found.ok) return found;
    const { own, matter } = found.value;
    const documentIds = [...new Set(body.documentIds)];
    const sent = sendInformation(own.stored.entity, matter.entity, documentIds, own.facts.consents, own.actor);
    if (!sent.ok) return sent;
    const files = await ownUploads(
      documentIds.map((documentId, n) => ({ at: `body.documentIds.${n}`, documentId })),
      caller,
      deps,
    );
    if (!files.ok) return files;
    const rule = own.pack.purchases.around.information;
    const consentId = sent.value.answered?.consentId ?? '';
    return aroundTaken(
      { ...matter.entity, ...sent.value },
      matter,
      own,
      {
        row: { event: 'purchase-information-sent', ...(rule ? { rule } : {}), refs: { consentId } },
        tells: [{ kind: 'N41', to: { side: 'ORDERING', roles: ['ordering-manager'] }, variant: 'answered' }],
        isSettled: true,
      },
      deps,
    );
  },
});
