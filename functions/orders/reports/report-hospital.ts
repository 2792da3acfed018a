import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { awaitingHome } from '../limits/homecoming-limit.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { admit } from './hospital.ts';
import { isKnownStay, keepingStay } from './known-facts-step.ts';
import { isLate } from './report.ts';
import { reporting } from './report-step.ts';
import { isToldStay } from './settling.ts';

/**
 * The customer is in hospital (L-58), as the provider or the officer has found (L-67, A71): the order waits, and the other
 * side is notified without a word of why; the officer takes note of a provider's report the same day.
 */
export const reportHospital = endpoint({
  summary: 'Tell that the customer is in hospital',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    from: LocalDate.meta({ description: 'The day of admission' }),
    to: LocalDate.optional().meta({ description: 'Home again, when the stay has ended already' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, pack, settings, provider } = step.value;
    const was = stored.entity;
    const decision = admit(was, body, { at, by: caller.userId });
    if (!decision.ok) return decision;
    // Said again, it is told and written once; what the order waits for already it goes on waiting for.
    const isKnown = body.to === undefined ? was.pause !== undefined : await isKnownStay(was, body, deps);
    if (isKnown) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(was, stored.version, standing, step.value), { version: stored.version });
    }

    const { order, waits } = decision.value.pause
      ? awaitingHome(decision.value, at)
      : { order: decision.value, waits: {} };
    const { id: orderId, caseNo } = order;
    // Promptly is the day of admission (L-58, A35): later is taken all the same, and marked.
    const late = isLate(body.from, at);
    const told = await reporting({ kind: 'HOSPITAL', on: body.from, to: body.to, late }, undefined, step.value, deps);
    const isOfficers = caller.role === 'officer';
    const opens = isOfficers ? [] : [acknowledgement(order, told.report, pack)];
    const after = deadlinesAfter(deadlines, { ...waits, opens, lapses: isToldStay(body) }, at);
    const refs = { orderId, reportId: told.report.id, state: order.state, late };
    const row = { event: 'hospital-reported', caseNo, refs };
    const fields = { to: 'orders', orderId, caseNo, variant: 'news' } as const;
    const effects = together(
      // Saved also where nothing in it changed: two who report the same at once meet here.
      { saves: [orderStore(deps.table).save(order, stored)], deadlines: after.moved, rows: ownRows([row], pack) },
      told.effects,
      await keepingStay(order, body, deps),
      { letters: isOfficers ? outbox(deps, settings, at).tell(provider, pack, 'N24', fields) : [] },
    );
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, stored.version + 1, after.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version: stored.version + 1, ...taken.value.effects });
  },
});
