import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadAround, newMatter } from './around-act-step.ts';
import { seenToBy } from './around-deadlines.ts';
import { MatterView } from './matter-view.ts';
import { toldNeed } from './training.ts';

/** The performer's manager tells the orderer's what staff need to learn beyond their basic competence (H-34). */
export const tellTrainingNeed = endpoint({
  summary: 'Tell of a training need',
  path: AroundPath,
  body: z.strictObject({ words: Remark }),
  answer: MatterView,
  async run({ path, body, caller, at }, deps) {
    const own = await loadAround(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const need = toldNeed(stored.entity, body.words, actor, pack);
    if (!need.ok) return need;
    const next = { ...newMatter('training', deps.newId('behov'), own.value), ...need.value };
    const rule = pack.purchases.around.training;
    return aroundTaken(
      next,
      undefined,
      own.value,
      {
        row: { event: 'purchase-training-told', ...(rule ? { rule } : {}) },
        tells: [{ kind: 'N41', to: { side: 'ORDERING' }, variant: 'training' }],
        opens: seenToBy(stored.entity, { what: 'training', id: next.id, at, owner: 'ORDERING', rule }, pack),
      },
      deps,
    );
  },
});
