import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadMatter } from './around-act-step.ts';
import { settleDeviation } from './deviation.ts';
import { MatterView } from './matter-view.ts';

/** Its owner says what was done about a deviation, and closes it; the other side is told (H-36, A63). */
export const closeDeviation = endpoint({
  summary: 'Say what was done about a deviation, and close it',
  path: AroundPath.extend({ deviationId: SafeId }),
  body: z.strictObject({ words: Remark }),
  answer: MatterView,
  async run({ path: { purchaseId, deviationId: id }, body, caller, at }, deps) {
    const found = await loadMatter('deviation', { purchaseId, id }, { caller, at }, deps);
    if (!found.ok) return found;
    const { own, matter } = found.value;
    const settled = settleDeviation(own.stored.entity, matter.entity, body.words, own.actor);
    if (!settled.ok) return settled;
    const rule = own.pack.purchases.around.deviation;
    const other = settled.value.owner === 'ORDERING' ? 'RECEIVING' : 'ORDERING';
    return aroundTaken(
      { ...matter.entity, ...settled.value },
      matter,
      own,
      {
        row: { event: 'purchase-deviation-closed', ...(rule ? { rule } : {}) },
        tells: [{ kind: 'N41', to: { side: other }, variant: 'closed' }],
        isSettled: true,
      },
      deps,
    );
  },
});
