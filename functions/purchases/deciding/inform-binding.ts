import * as z from 'zod';
import { purchaseAct } from '../purchase-act-step.ts';
import { tellBinding } from './binding.ts';

/** The orderer is told that the period binds and that actual cost is charged (M-04, M-05). */
export const informBinding = purchaseAct({
  summary: 'Tell the orderer that the period binds and that actual cost is charged',
  body: z.strictObject({}),
  decide: ({ stored, actor, pack }) => tellBinding(stored.entity, actor, pack),
  did: (_next, { pack }) => ({
    row: {
      event: 'purchase-binding-told',
      ...(pack.purchases.binding ? { rule: pack.purchases.binding.period } : {}),
    },
    tells: [{ kind: 'N35', to: { side: 'ORDERING' } }],
  }),
});
