import * as z from 'zod';
import { instant, LocalDate, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { lastDayLetter } from '../care-step.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine, type OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { verifyEnding, withdrawEnding } from './ending.ts';
import { ending } from './ending-step.ts';

const Body = z
  .strictObject({
    contactedAt: TimeIn.meta({ description: 'When the officer spoke with the customer' }),
    result: z.enum(['CONFIRMED', 'GOES_ON']),
    lastDay: LocalDate.optional().meta({ description: 'The last day served, with CONFIRMED' }),
  })
  .refine(({ result, lastDay }) => result === 'GOES_ON' || lastDay !== undefined, {
    path: ['lastDay'],
    error: 'last-day-missing',
  });

/** Permission to close, with its last day; or the order as it was before the wish. */
async function verified(step: OrderAndRoutine, lastDay: string | undefined, deps: Deps) {
  const { stored, deadlines, at } = step;
  if (lastDay !== undefined) {
    if (lastDay < stored.entity.from)
      return refuse('invalid', 'end-before-order', [{ at: 'body.lastDay', code: 'end-before-order' }]);
    const next = verifyEnding(stored.entity, { at, lastDay });
    if (!next.ok) return next;
    const ended = await ending(next.value, step, step, deps);
    return ended.ok ? accept({ order: next.value, ...ended.value }) : ended;
  }
  const next = withdrawEnding(stored.entity);
  if (!next.ok) return next;
  const after = deadlinesAfter(deadlines, { meets: ['D26'] }, at);
  const effects = { saves: [orderStore(deps.table).save(next.value, stored)], deadlines: after.moved };
  return accept({ order: next.value, deadlines: after.deadlines, effects });
}

/**
 * The officer has spoken with the customer (L-71): the provider is notified that it may close (L-72), or that all goes
 * on.
 */
export const verifyEnd = endpoint({
  summary: 'Tell what the customer says of ending',
  path: z.object({ orderId: z.string() }),
  body: Body,
  answer: OrderView,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const contacted = instant(body.contactedAt);
    if (contacted > at) return refuse('invalid', 'date-ahead', [{ at: 'body.contactedAt', code: 'date-ahead' }]);
    const isEnding = body.result === 'CONFIRMED';
    const decision = await verified(step.value, isEnding ? body.lastDay : undefined, deps);
    if (!decision.ok) return decision;

    const { stored, provider, pack, settings } = step.value;
    const { order } = decision.value;
    const { id: orderId, caseNo } = order;
    const goesOn = { to: 'orders', orderId, caseNo, variant: 'goes-on' } as const;
    const letters = isEnding
      ? lastDayLetter(order, step.value, deps)
      : outbox(deps, settings, at).tell(provider, pack, 'N24', goesOn);
    const refs = {
      orderId,
      contactedAt: localIso(contacted),
      result: body.result,
      lastDay: order.ending?.lastDay ?? '',
    };
    const row = { event: isEnding ? 'end-permitted' : 'end-withdrawn', caseNo, refs };
    return done(orderView(order, stored.version + 1, decision.value.deadlines, step.value), {
      version: stored.version + 1,
      ...together(decision.value.effects, { letters, rows: ownRows([row], pack) }),
    });
  },
});
