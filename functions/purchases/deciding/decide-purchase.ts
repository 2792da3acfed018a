import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Extent } from '../extent.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { decideChange } from '../running/change.ts';
import { settleRequest } from './decision.ts';
import { registrarOf } from './registration.ts';

const registrars = ['registrar-own', 'registrar-lov'] as const;

/**
 * A request, or a change of help that goes on, is accepted or declined by whom the pack names (B-03, H-07, M-06, M-24).
 * Where the case is registered, that is ordered with the approval (M-07).
 */
export const decidePurchase = purchaseAct({
  summary: 'Accept or decline a request for hours, or a change of them',
  body: z.strictObject({
    accept: z.boolean(),
    reason: Remark.optional(),
    extent: Extent.optional().meta({ description: 'Less than was asked for, as the managers agreed (H-11)' }),
  }),
  decide: ({ stored, actor, facts, pack }, { body }) =>
    stored.entity.state === 'change-requested'
      ? decideChange(stored.entity, body, actor, pack)
      : settleRequest(stored.entity, body, actor, facts, pack),
  did(next, { pack }, { body }) {
    const { decision, registration } = pack.purchases;
    const registrar = registrars.find((role) => role === registrarOf(next, pack));
    const isOrdered = body.accept && registrar !== undefined && next.state === 'registration-ordered';
    return {
      row: {
        event: body.accept ? 'purchase-accepted' : 'purchase-declined',
        rule: body.accept ? decision.rule : decision.declined,
        ...(isOrdered && registration ? { refs: { ordered: registration.ordered } } : {}),
      },
      tells: [
        { kind: 'N36', to: { side: 'ORDERING' }, variant: body.accept ? 'accepted' : 'declined' },
        ...(isOrdered ? [{ kind: 'N37' as const, to: { role: registrar }, variant: 'ordered', isOfCase: true }] : []),
      ],
    };
  },
});
