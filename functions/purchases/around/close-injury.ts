import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadMatter } from './around-act-step.ts';
import { settleInjury } from './injury.ts';
import { MatterView } from './matter-view.ts';

/** A work injury is closed once its measures have been told, and not before (H-41). */
export const closeInjury = endpoint({
  summary: 'Close a work injury',
  path: AroundPath.extend({ injuryId: SafeId }),
  body: z.strictObject({}),
  answer: MatterView,
  async run({ path: { purchaseId, injuryId: id }, caller, at }, deps) {
    const found = await loadMatter('injury', { purchaseId, id }, { caller, at }, deps);
    if (!found.ok) return found;
    const { own, matter } = found.value;
    const settled = settleInjury(own.stored.entity, matter.entity, own.actor, own.pack);
    if (!settled.ok) return settled;
    const rule = own.pack.purchases.injury?.shared;
    const row = { event: 'purchase-injury-closed', ...(rule ? { rule } : {}) };
    return aroundTaken({ ...matter.entity, ...settled.value }, matter, own, { row, isSettled: true }, deps);
  },
});
