import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { takeBack } from './resend.ts';

/** The orderer takes a request back, until help has begun. */
export const withdrawPurchase = purchaseAct({
  summary: 'Take a request for hours back',
  body: z.strictObject({ reason: Remark.optional() }),
  decide: ({ stored, actor }, { body }) => takeBack(stored.entity, actor, body.reason),
  did: () => ({
    row: { event: 'purchase-withdrawn' },
    tells: [{ kind: 'N36', to: { side: 'RECEIVING' }, variant: 'withdrawn' }],
  }),
});
