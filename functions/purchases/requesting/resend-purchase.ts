import * as z from 'zod';
import { purchaseAct } from '../purchase-act-step.ts';
import { askedReceiver } from './load-receiver.ts';
import { AskedOf } from './purchase-body.ts';
import { askAnother } from './resend.ts';

/** After a no another unit, or provider, is asked (B-14); what the first one answered is kept. */
export const resendPurchase = purchaseAct({
  summary: 'Ask another unit after a no',
  body: z.strictObject({ ...AskedOf }),
  async decide({ stored, actor, pack }, { body }, deps) {
    const receiver = await askedReceiver(body, deps);
    return receiver.ok ? askAnother(stored.entity, receiver.value, actor, pack) : receiver;
  },
  did: (_next, { pack }) => ({
    row: { event: 'purchase-resent', ...(pack.purchases.resent ? { rule: pack.purchases.resent } : {}) },
    tells: [{ kind: 'N33', to: { side: 'RECEIVING' } }],
  }),
});
