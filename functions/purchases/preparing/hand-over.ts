import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { askedBefore } from '../buying-pack.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { Handover } from '../purchase-parts.ts';
import { handOverDocuments } from './handover.ts';
import { takenPapers } from './papers-step.ts';

/** What each kind of document is asked for as, where the routine asks for it. */
const askedAs = {
  DESCRIPTION: 'description-handed-over',
  INFORMATION: 'information-handed-over',
  RISK: 'risks-readable',
  INSTRUCTION: 'risks-readable',
} as const;

/** The orderer hands over what the performer needs: description, information, risk assessments, instructions (B-16, H-16, H-39). */
export const handOver = purchaseAct({
  summary: 'Hand documents over to the performer',
  body: z.strictObject({
    documentIds: z
      .array(SafeId.meta({ description: 'From openUpload, or the reference of a document in another system' }))
      .min(1)
      .max(10),
    kind: Handover.shape.kind,
  }),
  async decide({ stored, actor, facts, pack }, { body, caller }, deps) {
    const given = { documentIds: [...new Set(body.documentIds)], kind: body.kind };
    const may = handOverDocuments(stored.entity, given, actor, facts, pack);
    if (!may.ok) return may;
    const wanted = body.documentIds.map((documentId, n) => ({ at: `body.documentIds.${n}`, documentId }));
    const elsewhere = await takenPapers(wanted, caller, deps);
    return elsewhere.ok
      ? handOverDocuments(stored.entity, { ...given, elsewhere: elsewhere.value }, actor, facts, pack)
      : elsewhere;
  },
  did(next, { pack }, { body }) {
    const asked = askedBefore('start', next, pack).find(({ what }) => what === askedAs[body.kind]);
    return {
      row: { event: 'purchase-handed-over', ...(asked ? { rule: asked.rule } : {}), refs: { kind: body.kind } },
      tells: [
        {
          kind: 'N36',
          to: { side: 'RECEIVING', roles: ['receiving-manager', 'receiving-coordinator'] },
          variant: 'handed-over',
        },
      ],
    };
  },
});
