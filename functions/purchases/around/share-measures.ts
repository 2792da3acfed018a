import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadMatter } from './around-act-step.ts';
import { sharedMeasures } from './injury.ts';
import { MatterView } from './matter-view.ts';

/** The performer's manager has investigated an injury and tells the orderer's what is done (H-41). */
export const shareMeasures = endpoint({
  summary: 'Tell what is done about a work injury',
  path: AroundPath.extend({ injuryId: SafeId }),
  body: z.strictObject({ words: Remark }),
  answer: MatterView,
  async run({ path: { purchaseId, injuryId: id }, body, caller, at }, deps) {
    const found = await loadMatter('injury', { purchaseId, id }, { caller, at }, deps);
    if (!found.ok) return found;
    const { own, matter } = found.value;
    const shared = sharedMeasures(own.stored.entity, matter.entity, body.words, own.actor);
    if (!shared.ok) return shared;
    const rule = own.pack.purchases.injury?.shared;
    return aroundTaken(
      { ...matter.entity, ...shared.value },
      matter,
      own,
      {
        row: { event: 'purchase-measures-shared', ...(rule ? { rule } : {}) },
        tells: [{ kind: 'N41', to: { side: 'ORDERING' }, variant: 'measures' }],
      },
      deps,
    );
  },
});
