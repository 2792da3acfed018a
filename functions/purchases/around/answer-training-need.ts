import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadMatter } from './around-act-step.ts';
import { MatterView } from './matter-view.ts';
import { answeredNeed } from './training.ts';

/** The orderer's manager says what comes of a training need, which closes it (H-34). */
export const answerTrainingNeed = endpoint({
  summary: 'Answer a training need',
  path: AroundPath.extend({ needId: SafeId }),
  body: z.strictObject({ words: Remark }),
  answer: MatterView,
  async run({ path: { purchaseId, needId: id }, body, caller, at }, deps) {
    const found = await loadMatter('training', { purchaseId, id }, { caller, at }, deps);
    if (!found.ok) return found;
    const { own, matter } = found.value;
    const answered = answeredNeed(own.stored.entity, matter.entity, body.words, own.actor);
    if (!answered.ok) return answered;
    const rule = own.pack.purchases.around.training;
    return aroundTaken(
      { ...matter.entity, ...answered.value },
      matter,
      own,
      {
        row: { event: 'purchase-training-answered', ...(rule ? { rule } : {}) },
        tells: [{ kind: 'N41', to: { side: 'RECEIVING' }, variant: 'answered' }],
        isSettled: true,
      },
      deps,
    );
  },
});
