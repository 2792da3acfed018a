import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
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
import { followUpAgain, mayReopen, waitsAgain } from './reopening-step.ts';
import { closedAgain, unclosed } from './unclosed.ts';

/**
 * The officer decides that an order ends, without a wish that the provider has passed on; the provider may close it
 * (L-72). A later day than one that was granted for a time prolongs it, and a day that was decided may become another, also
 * once it has closed the order: it goes on until the new day, or stays closed with it. What was decided is never
 * another, and no day that has been is taken away, without a reason.
 */
export const endOrder = endpoint({
  summary: 'Decide that an order ends',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    lastDay: LocalDate.meta({ description: 'The last day served', example: '2026-12-18' }),
    acceptsStated,
    reason: Remark.optional().meta({
      description: 'Why a day that was decided before is another, or lies back in time: needed then',
    }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines } = step.value;
    const before = unclosed(stored.entity);
    if (isDead(before)) return refuse('conflict', 'customer-dead');
    // What is decided already is nothing new: no row, no letter.
    if (!isOver(before) && before.ending?.lastDay === body.lastDay && lastDayOf(before) === body.lastDay) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
    }
    const decision = endBy(prolonged(before, body.lastDay), {
      cause: 'DECISION',
      lastDay: body.lastDay,
      by: caller.userId,
      at,
    });
    if (!decision.ok) return decision;
    const was = before.ending?.lastDay ?? (decision.value.to === before.to ? undefined : (before.to ?? undefined));
    if (body.lastDay < before.from)
      return refuse('invalid', 'end-before-order', [{ at: 'body.lastDay', code: 'end-before-order' }]);
    // Granted for longer while it goes on is a decision of its own; another day than a decided one is a correction.
    const isExplained = before.ending?.lastDay === undefined && body.lastDay >= dateOf(at);
    if (body.reason === undefined && !isExplained)
      return refuse('invalid', 'bad-request', [{ at: 'body.reason', code: 'reason-missing' }]);
    const free = await mayReopen(step.value, body.lastDay, deps);
    if (!free.ok) return free;
    const note = { at, by: caller.userId, what: 'LAST_DAY', is: body.lastDay, ...because(body.reason) } as const;
    const noted =
      body.reason === undefined && was === undefined
        ? decision.value
        : withCorrection(decision.value, { ...note, ...(was ? { was } : {}) });
    const isReopened = before !== stored.entity;
    const order = isReopened ? closedAgain(noted, { at, by: caller.userId }) : noted;
    const lock = await touchCase(order.caseNo, deps);
    const ended = await ending(order, step.value, { ...step.value, moves: waitsAgain(stored.entity, order) }, deps);
    if (!ended.ok) return ended;

    const { id: orderId, caseNo } = order;
    const refs = { orderId, lastDay: body.lastDay, ...(was === undefined ? {} : { was }) };
    const row = { event: was === undefined ? 'end-decided' : 'end-moved', caseNo, refs };
    const effects = together(lock, ended.value.effects, await followUpAgain(stored.entity, order, deps), {
      letters: lastDayLetter(order, step.value, deps, was === undefined ? undefined : 'moved'),
      rows: ownRows([row], step.value.pack),
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, ended.value.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
