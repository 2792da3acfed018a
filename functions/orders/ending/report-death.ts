import * as z from 'zod';
import { dateOf, LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
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
import { endingByDeath } from './death-step.ts';

/**
 * The customer has died (L-59). The day after is the last one paid, at any time of the day, and whenever it is reported
 * (L-48, A27); the case's orders close by themselves at D+2 00:00, with nothing to verify (L-49, D24).
 */
export const reportDeath = endpoint({
  summary: 'Tell that the customer has died',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ date: LocalDate, acceptsStated }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    if (body.date > dateOf(at)) return refuse('invalid', 'date-ahead', [{ at: 'body.date', code: 'date-ahead' }]);
    const { stored, pack } = step.value;
    const ended = await endingByDeath(step.value, plusDays(body.date, 1), deps);
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
    };
    const row = { event: 'death-reported', caseNo: order.caseNo, refs };
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
