import * as z from 'zod';
import { type Instant, instant, LocalDate, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
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
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { ending } from './ending-step.ts';

const Body = z
  .strictObject({
    contactedAt: TimeIn.meta({ description: 'When the officer spoke with the customer' }),
    result: z.enum(['CONFIRMED', 'GOES_ON']),
    lastDay: LocalDate.optional().meta({ description: 'The last day served, with CONFIRMED' }),
    acceptsStated,
  })
  .refine(({ result, lastDay }) => result === 'GOES_ON' || lastDay !== undefined, {
    path: ['lastDay'],
    error: 'last-day-missing',
  });

/** The officer has spoken with the customer, who does want to end: the last day is set and the provider may close (L-71, L-72). */
export function verifyEnding(
  order: Order,
  { at, lastDay }: { readonly at: Instant; readonly lastDay: LocalDate },
): Result<Order, 'order-closed' | 'no-end-wish'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.ending?.cause !== 'WISH' || order.ending.permittedAt !== undefined)
    return refuse('conflict', 'no-end-wish');
  return accept({ ...order, ending: { ...order.ending, verifiedAt: at, permittedAt: at, lastDay } });
}

/** The customer goes on after all (L-71): the order is what it was before the wish. */
export function withdrawEnding(order: Order): Result<Order, 'order-closed' | 'no-end-wish'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.ending?.cause !== 'WISH' || order.ending.permittedAt !== undefined)
    return refuse('conflict', 'no-end-wish');
  const { ending, ...rest } = order;
  return accept({ ...rest, state: ending.before });
}

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
  const after = deadlinesAfter(deadlines, { meets: ['D26', 'D36'] }, at);
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
    const effects = together(decision.value.effects, { letters, rows: ownRows([row], pack) });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, decision.value.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
