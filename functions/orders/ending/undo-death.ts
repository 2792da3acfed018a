import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { system, together } from '../../../shared/steps/effects.ts';
import { OrderView, orderView } from '../order-view.ts';
import { reportStore } from '../reports/report-store.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { dayOfDeath } from './death.ts';
import { undoingDeath } from './undo-death-step.ts';

/** What the municipality has told is not the provider's to take back; what it told itself is (an officer's is noted at once). */
async function isProvidersOwn(orderId: string, { table }: Deps): Promise<boolean> {
  const told = (await reportStore(table).ofOrder(orderId)).filter(({ kind }) => kind === 'DEATH').at(-1);
  return told !== undefined && told.by !== system.userId && told.acknowledged?.by !== told.by;
}

/** A death was told by mistake: everything as before it, in every case of the person (L-59, A73). */
export const undoDeath = endpoint({
  summary: 'Undo a death that was told by mistake',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ reason: Remark.meta({ description: 'Why; seen by the municipality alone' }) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored } = step.value;
    if (isProvidersRole(caller.role) && dayOfDeath(stored.entity) && !(await isProvidersOwn(path.orderId, deps)))
      return refuse('forbidden', 'death-told-by-other');
    const undone = await undoingDeath(step.value, body.reason, deps);
    if (!undone.ok) return undone;
    const { order, deadlines, effects } = undone.value;
    const version = stored.version + 1;
    const refs = { orderId: order.id, was: dayOfDeath(stored.entity) ?? '' };
    return done(orderView(order, version, deadlines, step.value), {
      version,
      ...together(effects, { rows: [{ event: 'death-undone', caseNo: order.caseNo, refs }] }),
    });
  },
});
