import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { AroundPath, aroundTaken, loadAround, newMatter } from './around-act-step.ts';
import { investigatedBy } from './around-deadlines.ts';
import { reportedInjury } from './injury.ts';
import { MatterView } from './matter-view.ts';

/** The performer's staff tell that somebody was hurt at work; how is written elsewhere. Its manager investigates (H-40). */
export const reportInjury = endpoint({
  summary: 'Tell of a work injury in bought help',
  path: AroundPath,
  body: z.strictObject({
    reference: guarded(z.string().trim().min(1).max(60))
      .optional()
      .meta({ description: 'Where it is reported in full, by its reference; never how anybody is hurt' }),
  }),
  answer: MatterView,
  async run({ path, body, caller, at }, deps) {
    const own = await loadAround(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const injury = reportedInjury(stored.entity, actor, pack, body.reference);
    if (!injury.ok) return injury;
    const next = { ...newMatter('injury', deps.newId('skada'), own.value), ...injury.value };
    const rule = pack.purchases.injury?.investigated;
    return aroundTaken(
      next,
      undefined,
      own.value,
      {
        row: { event: 'purchase-injury-reported', ...(rule ? { rule } : {}) },
        tells: [{ kind: 'N41', to: { side: 'RECEIVING' }, variant: 'injury' }],
        opens: investigatedBy(stored.entity, { id: next.id, at }, pack),
      },
      deps,
    );
  },
});
