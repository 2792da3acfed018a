import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { together } from '../../../shared/steps/effects.ts';
import { lastDayLetter } from '../care-step.ts';
import { OrderView, orderView } from '../order-view.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { endBy } from './ending.ts';
import { ending } from './ending-step.ts';

/**
 * The officer decides that an order ends, without a wish that the provider has passed on; the provider may close it
 * (L-72).
 */
export const endOrder = endpoint({
  summary: 'Decide that an order ends',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    lastDay: LocalDate.meta({ description: 'The last day served', example: '2026-12-18' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored } = step.value;
    const decision = endBy(stored.entity, { cause: 'DECISION', lastDay: body.lastDay, by: caller.userId, at });
    if (!decision.ok) return decision;
    const order = decision.value;
    if (body.lastDay < order.from)
      return refuse('invalid', 'end-before-order', [{ at: 'body.lastDay', code: 'end-before-order' }]);
    const lock = await touchCase(order.caseNo, deps);
    const ended = await ending(order, step.value, step.value, deps);
    if (!ended.ok) return ended;

    const { id: orderId, caseNo } = order;
    const row = { event: 'end-decided', caseNo, refs: { orderId, lastDay: body.lastDay } };
    const effects = together(lock, ended.value.effects, {
      letters: lastDayLetter(order, step.value, deps),
      rows: ownRows([row], step.value.pack),
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, ended.value.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
