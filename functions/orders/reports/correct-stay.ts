import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { assigned } from '../care-step.ts';
import { correctionLetters } from '../correction-letters-step.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { correctedStay, withStayCorrected } from './corrected-stay.ts';

/**
 * The days of a stay in hospital were told wrong: the right ones reach the month of every provider that had the case on
 * them, and the other side is notified (L-58).
 */
export const correctStay = endpoint({
  summary: 'Put the days of a hospital stay right',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    admittedOn: LocalDate.meta({ description: 'Which stay: its day of admission, as it was told' }),
    from: LocalDate.optional().meta({ description: 'The right day of admission' }),
    to: LocalDate.optional().meta({ description: 'The right day home again, of a stay that has ended' }),
    reason: Remark.meta({ description: 'Why; seen by the municipality alone' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines } = step.value;
    const ofCase = await assignmentStore(deps.table).storedOfCase(stored.entity.caseNo);
    const given = ofCase.find(({ entity }) => entity.orderId === stored.entity.id);
    const { reason, acceptsStated: _, ...days } = body;
    const by = { at, by: caller.userId, reason };
    // A provider puts right what it knows of; an officer also what was before the provider that has the case now.
    const seen = isProvidersRole(caller.role) ? [given] : ofCase;
    const told = seen.flatMap((one) => one?.entity.known ?? []);
    const decision = correctedStay(stored.entity, told, days, by);
    if (!decision.ok) return decision;

    const { order, was, is } = decision.value;
    const standing = deadlines.map(({ entity }) => entity);
    if (order === stored.entity)
      return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
    const version = stored.version + 1;
    const refs = { orderId: order.id, wasFrom: was.from, wasTo: was.to ?? '', from: is.from, to: is.to ?? '' };
    const effects = {
      saves: [
        orderStore(deps.table).save(order, stored),
        ...ofCase.flatMap((over) => {
          const next = withStayCorrected(over.entity, was, is);
          return next === over.entity ? [] : assigned(deps).change(next, over);
        }),
      ],
      letters: await correctionLetters(order, step.value, deps),
      rows: [{ event: 'stay-corrected', caseNo: order.caseNo, refs }],
    };
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, version, standing, step.value);
    return done({ ...view, ...taken.value.says }, { version, ...taken.value.effects });
  },
});
