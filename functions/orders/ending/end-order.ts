import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { together } from '../../../shared/steps/effects.ts';
import { lastDayLetter } from '../care-step.ts';
import { because, withCorrection } from '../corrections.ts';
import { OrderView, orderView } from '../order-view.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { endBy, prolonged } from './ending.ts';
import { ending } from './ending-step.ts';
import { isDead } from './order-death.ts';

/**
 * The officer decides that an order ends, without a wish that the provider has passed on; the provider may close it
 * (L-72). A later day than one that was granted for a time prolongs it, and a day that was decided may become another.
 */
export const endOrder = endpoint({
  summary: 'Decide that an order ends',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    lastDay: LocalDate.meta({ description: 'The last day served', example: '2026-12-18' }),
    acceptsStated,
    reason: Remark.optional().meta({ description: 'Why a day that was decided before is another' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines } = step.value;
    const before = stored.entity;
    if (isDead(before)) return refuse('conflict', 'customer-dead');
    // What is decided already is nothing new: no row, no letter.
    if (!isOver(before) && before.ending?.lastDay === body.lastDay && lastDayOf(before) === body.lastDay) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(before, stored.version, standing, step.value), { version: stored.version });
    }
    const decision = endBy(prolonged(before, body.lastDay), {
      cause: 'DECISION',
      lastDay: body.lastDay,
      by: caller.userId,
      at,
    });
    if (!decision.ok) return decision;
    const was = before.ending?.lastDay ?? (decision.value.to === before.to ? undefined : (before.to ?? undefined));
    const note = { at, by: caller.userId, what: 'LAST_DAY', is: body.lastDay, ...because(body.reason) } as const;
    const order = was === undefined ? decision.value : withCorrection(decision.value, { ...note, was });
    if (body.lastDay < order.from)
      return refuse('invalid', 'end-before-order', [{ at: 'body.lastDay', code: 'end-before-order' }]);
    const lock = await touchCase(order.caseNo, deps);
    const ended = await ending(order, step.value, step.value, deps);
    if (!ended.ok) return ended;

    const { id: orderId, caseNo } = order;
    const refs = { orderId, lastDay: body.lastDay, ...(was === undefined ? {} : { was }) };
    const row = { event: was === undefined ? 'end-decided' : 'end-moved', caseNo, refs };
    const effects = together(lock, ended.value.effects, {
      letters: lastDayLetter(order, step.value, deps, was === undefined ? undefined : 'moved'),
      rows: ownRows([row], step.value.pack),
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, ended.value.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
