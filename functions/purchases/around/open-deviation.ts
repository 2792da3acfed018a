import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadAround, newMatter } from './around-act-step.ts';
import { seenToBy } from './around-deadlines.ts';
import { notedDeviation, PurchaseDeviation } from './deviation.ts';
import { MatterView } from './matter-view.ts';

/**
 * Anybody of either side notes what was not as it should be. It is its owner's at once, by the routine: the manager of who
 * noted it (B-11), or the ordering one, who answers for lex Sarah too (H-36, A63).
 */
export const openDeviation = endpoint({
  summary: 'Note a deviation in bought help',
  path: AroundPath,
  body: z.strictObject({ kind: PurchaseDeviation.shape.kind, words: Remark }),
  answer: MatterView,
  async run({ path, body, caller, at }, deps) {
    const own = await loadAround(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const deviation = notedDeviation(stored.entity, body, actor, pack);
    if (!deviation.ok) return deviation;
    const next = { ...newMatter('deviation', deps.newId('avvikelse'), own.value), ...deviation.value };
    const { owner } = next;
    const rule = pack.purchases.around.deviation;
    const variant = body.kind === 'LEX_SARAH' ? 'lex-sarah' : 'deviation';
    return aroundTaken(
      next,
      undefined,
      own.value,
      {
        row: { event: 'purchase-deviation-noted', ...(rule ? { rule } : {}), refs: { kind: body.kind, owner } },
        tells: [{ kind: 'N41', to: { side: owner }, variant }],
        opens: seenToBy(stored.entity, { what: 'deviation', id: next.id, at, owner, rule }, pack),
      },
      deps,
    );
  },
});
