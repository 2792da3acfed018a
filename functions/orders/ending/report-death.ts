import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { isLate } from '../reports/report.ts';
import { reporting } from '../reports/report-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { dayOfDeath, isLongBefore } from './order-death.ts';
import { endingByDeath } from './persons-death-step.ts';

/** Another day than the one that was told takes its reason. */
function mayCorrect(
  known: LocalDate,
  { date, reason }: { readonly date: LocalDate; readonly reason?: string | undefined },
): Result<undefined> {
  if (date === known) return refuse('conflict', 'order-closed');
  if (reason === undefined) return refuse('invalid', 'bad-request', [{ at: 'body.reason', code: 'reason-missing' }]);
  return accept(undefined);
}

/**
 * The customer has died (L-59). The day after is the last one paid, at any time of the day, and whenever it is reported
 * (L-48, A27); the person's orders close by themselves at D+2 00:00, with nothing to verify (L-49, D24). Told again of
 * the same day nothing is new; of another day, with a reason, it is corrected, to earlier or later.
 */
export const reportDeath = endpoint({
  summary: 'Tell that the customer has died',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    date: LocalDate,
    reason: Remark.optional().meta({ description: 'Why the day that was told before was wrong; only to correct it' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    if (body.date > dateOf(at)) return refuse('invalid', 'date-ahead', [{ at: 'body.date', code: 'date-ahead' }]);
    if (isLongBefore(step.value.stored.entity, body.date))
      return refuse('invalid', 'death-long-ago', [{ at: 'body.date', code: 'death-long-ago' }]);
    const { stored, deadlines, pack } = step.value;
    const known = dayOfDeath(stored.entity);
    if (known === body.date && !isOver(stored.entity)) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
    }
    const may = known === undefined ? accept(undefined) : mayCorrect(known, body);
    if (!may.ok) return may;
    const ended = await endingByDeath(step.value, { on: body.date, reason: body.reason }, deps);
    if (!ended.ok) return ended;

    const { order } = ended.value;
    const late = isLate(body.date, at);
    const told = await reporting({ kind: 'DEATH', on: body.date, late }, undefined, step.value, deps);
    const waits = caller.role === 'officer' ? [] : [acknowledgement(order, told.report, pack)];
    const refs = {
      orderId: order.id,
      reportId: told.report.id,
      lastDay: order.ending?.lastDay ?? '',
      late,
      ...(known === undefined ? {} : { was: known, is: body.date }),
    };
    const event = known === undefined ? 'death-reported' : 'death-corrected';
    const row = { event, caseNo: order.caseNo, refs };
    const effects = together(ended.value.effects, told.effects, {
      deadlines: opened(waits),
      rows: ownRows([row], pack),
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, [...ended.value.deadlines, ...waits], step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
