import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { dayOfDeath } from './order-death.ts';
import { undoingDeath } from './undo-death-step.ts';

/** A death was told by mistake: everything as before it, in every case of the person (L-59, A73). */
export const undoDeath = endpoint({
  summary: 'Undo a death that was told by mistake',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    reason: Remark.meta({ description: 'Why; seen by the municipality alone' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored } = step.value;
    const undone = await undoingDeath(step.value, body.reason, deps);
    if (!undone.ok) return undone;
    const { order, deadlines, effects } = undone.value;
    const version = stored.version + 1;
    const refs = { orderId: order.id, was: dayOfDeath(stored.entity) ?? '' };
    const all = together(effects, { rows: [{ event: 'death-undone', caseNo: order.caseNo, refs }] });
    const taken = await unlessStated(all, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, version, deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version, ...taken.value.effects });
  },
});
