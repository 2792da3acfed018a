import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { PurchaseRole } from '../../../shared/packs/purchase-rules.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { peopleAt } from './load-people.ts';
import { tellReceiver } from './resend.ts';

/** The administrator sends the message to manager and coordinator both (B-15); a name that is neither's goes to nobody. */
export const sendPurchase = purchaseAct({
  summary: 'Send the request to manager and coordinator',
  body: z.strictObject({ to: z.array(SafeId).min(1).max(20) }),
  async decide({ stored, actor, pack }, { body, at }, deps) {
    const people = await peopleAt(stored.entity.receiver, dateOf(at), deps);
    const unknown = body.to.flatMap((userId, n) =>
      people.some((one) => one.userId === userId) ? [] : [{ at: `body.to.${n}`, code: 'not-at-receiver' }],
    );
    if (unknown.length > 0) return refuse('invalid', 'not-at-receiver', unknown);
    const to = people.flatMap(({ userId, role }) => {
      const known = PurchaseRole.safeParse(role);
      return body.to.includes(userId) && known.success ? [{ userId, role: known.data }] : [];
    });
    return tellReceiver(stored.entity, to, actor, pack);
  },
  did: (_next, { pack }) => ({
    row: { event: 'purchase-message-sent', ...(pack.purchases.message ? { rule: pack.purchases.message.rule } : {}) },
    tells: [{ kind: 'N33', to: { side: 'RECEIVING', roles: ['receiving-manager', 'receiving-coordinator'] } }],
  }),
});
