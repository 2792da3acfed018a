import * as z from 'zod';
import { purchaseAct } from '../purchase-act-step.ts';
import { bindingAcknowledged } from './binding.ts';

/** The orderer acknowledges that the period binds and that actual cost is charged (M-04, M-05). */
export const acknowledgeBinding = purchaseAct({
  summary: 'Acknowledge that the period binds and that actual cost is charged',
  body: z.strictObject({}),
  decide: ({ stored, actor }) => bindingAcknowledged(stored.entity, actor),
  did: (_next, { pack }) => ({
    row: {
      event: 'purchase-binding-acknowledged',
      ...(pack.purchases.binding ? { rule: pack.purchases.binding.period } : {}),
    },
  }),
});
