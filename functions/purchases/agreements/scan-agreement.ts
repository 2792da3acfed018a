import { purchaseSide } from '../party.ts';
import { ownUploads } from '../preparing/papers-step.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { ruleOfUse, tellOther } from './agreement-step.ts';
import { agreementMeant } from './draft.ts';
import { keyScan } from './scan.ts';
import { ScanIn } from './scan-body.ts';

/** An agreement that was signed on paper is keyed: the file, the page, both names. Another person then checks it (H-17, A72). */
export const scanAgreement = purchaseAct({
  summary: 'Key an agreement that was signed on paper',
  body: ScanIn,
  async decide({ stored, actor, pack }, { body, caller }, deps) {
    const paper = { ...body, use: body.use ?? agreementMeant(stored.entity) };
    const may = keyScan(stored.entity, { ...paper, sha256: '' }, actor, pack);
    if (!may.ok) return may;
    const files = await ownUploads([{ at: 'body.documentId', documentId: body.documentId }], caller, deps);
    if (!files.ok) return files;
    const sha256 = files.value.get(body.documentId)?.sha256 ?? '';
    return keyScan(stored.entity, { ...paper, sha256 }, actor, pack);
  },
  did(next, own, { body }) {
    const rule = ruleOfUse(body.use ?? agreementMeant(own.stored.entity), own);
    return {
      row: { event: 'agreement-scanned', ...(rule ? { rule } : {}), refs: { documentId: body.documentId } },
      tells: tellOther(purchaseSide(next, own.actor) ?? 'ORDERING', 'scanned'),
    };
  },
});
