import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { instant, TimeIn } from '../../../shared/domain/local-time.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { PurchaseDialogue } from '../purchase-parts.ts';
import { noteTalk } from './dialogue.ts';

/** Either manager notes the dialogue that both have held, by word or by telephone, and what came of it (H-10 to H-12). */
export const noteDialogue = purchaseAct({
  summary: 'Note the dialogue of both managers',
  body: z.strictObject({ at: TimeIn, words: Remark, outcome: PurchaseDialogue.shape.outcome }),
  decide: ({ stored, actor, pack }, { body: { at, words, outcome } }) =>
    noteTalk(stored.entity, { heldAt: instant(at), words, outcome }, actor, pack),
  did: (_next, { pack }) => ({
    row: {
      event: 'purchase-dialogue-noted',
      ...(pack.purchases.dialogue ? { rule: pack.purchases.dialogue.rule } : {}),
    },
  }),
});
