import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadAround, newMatter } from './around-act-step.ts';
import { seenToBy } from './around-deadlines.ts';
import { askInformationOf } from './information.ts';
import { MatterView } from './matter-view.ts';

/** The ordering manager asks the performer's about the help (B-10). */
export const askInformation = endpoint({
  summary: 'Ask the performer for information',
  path: AroundPath,
  body: z.strictObject({ words: Remark }),
  answer: MatterView,
  async run({ path, body, caller, at }, deps) {
    const own = await loadAround(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const rule = pack.purchases.around.information;
    if (rule === undefined) return refuse('invalid', 'not-in-routine');
    const question = askInformationOf(stored.entity, body.words, actor);
    if (!question.ok) return question;
    const next = { ...newMatter('question', deps.newId('fraga'), own.value), ...question.value };
    return aroundTaken(
      next,
      undefined,
      own.value,
      {
        row: { event: 'purchase-information-asked', rule },
        tells: [{ kind: 'N41', to: { side: 'RECEIVING' }, variant: 'question' }],
        opens: seenToBy(stored.entity, { what: 'question', id: next.id, at, owner: 'RECEIVING', rule }, pack),
      },
      deps,
    );
  },
});
