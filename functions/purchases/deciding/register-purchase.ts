import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { enterRegistration } from './registration.ts';

const line = guarded(z.string().trim().max(60));

/** The right registrar enters the case with its own code and reference, and the performer is told (M-08 to M-12). */
export const registerPurchase = purchaseAct({
  summary: 'Register the case of a purchase with its code',
  body: z.strictObject({ caseCode: line, reference: line }),
  decide: ({ stored, actor, facts, pack }, { body }) => enterRegistration(stored.entity, body, actor, facts, pack),
  did: (_next, { pack }) => ({
    row: {
      event: 'purchase-registered',
      ...(pack.purchases.registration ? { rule: pack.purchases.registration.caseCode } : {}),
    },
    tells: [
      { kind: 'N37', to: { side: 'RECEIVING' }, variant: 'registered', isOfCase: true },
      { kind: 'N37', to: { side: 'ORDERING' }, variant: 'registered' },
    ],
  }),
});
