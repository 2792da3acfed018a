import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { DecisionRef } from '../../../shared/domain/order-content.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { changeCare } from '../care-step.ts';
import { whileAlive } from '../ending/order-death.ts';
import { OrderView, orderView } from '../order-view.ts';
import { catalogueFaults } from '../placing/catalogue.ts';
import { newlyTaken, takenFaults } from '../placing/placing-faults.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { changedServices as change, minutesOn, newlyDecided } from './changed-services.ts';
import { Decrease, decreaseFaults, loweredBy } from './decrease.ts';
import { AtJoining, reachingJoining } from './takeover-step.ts';

const { code, minutesPerMonth } = Service.shape;

/**
 * A new decision changes what is granted from a day on, in the middle of a month too (L-45, L-57); the provider is
 * notified, and so is the one that takes the customer over, whose order follows.
 */
export const changeServices = endpoint({
  summary: 'Change what is granted from a day on',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    from: LocalDate.meta({ description: 'The first day with the new services', example: '2026-11-12' }),
    services: z
      .array(z.strictObject({ code, minutesPerMonth }))
      .min(1)
      .max(20)
      .meta({ description: 'All that is granted from that day; a code that is left out ends' }),
    decisionRef: DecisionRef.optional().meta({ description: 'The new decision’s number; the order goes on by it' }),
    decidedOn: LocalDate.optional().meta({ description: 'The day of the decision; that of `from` when left out' }),
    decrease: Decrease.optional().meta({ description: 'Needed where any service is lowered or taken away' }),
    acceptsStated,
  }),
  answer: z.object({
    ...OrderView.shape,
    atJoining: AtJoining.optional().meta({ description: 'Where another provider takes the customer over' }),
  }),
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines, provider, pack, settings } = step.value;
    // Read before what it guards: a service that another provider is given meanwhile must not be missed.
    const lock = await touchCase(stored.entity.caseNo, deps);
    const decision = change(stored.entity, body);
    if (!decision.ok) return decision;
    // What is decided as it was is nothing new: no row, no letter.
    if (isDeepStrictEqual(decision.value.services, stored.entity.services)) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(stored.entity, stored.version, standing, step.value), { version: stored.version });
    }

    const { decisionRef } = body;
    const order = decisionRef ? { ...decision.value, decisionRef } : decision.value;
    const faults = [
      ...catalogueFaults(settings.services, newlyDecided(stored.entity, body), body.from, input.language),
      ...decreaseFaults(stored.entity, loweredBy(stored.entity, order, body.from), body, at),
    ];
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
    const ofCase = await assignmentStore(deps.table).storedOfCase(order.caseNo);
    const given = ofCase.find(({ entity }) => entity.orderId === order.id);
    const others = ofCase.filter((one) => one !== given).map(({ entity }) => entity);
    const had = given ? newlyTaken(given.entity, order.services, others) : [];
    if (had.length > 0) return refuse('conflict', 'case-has-order', takenFaults(body, had, input.language));
    const { id: orderId, caseNo } = order;
    const fields = { to: 'orders', orderId, caseNo, on: body.from, variant: 'changed' } as const;
    const refs = {
      orderId,
      from: body.from,
      before: minutesOn(stored.entity, body.from),
      after: minutesOn(order, body.from),
      ...(body.decisionRef ? { decisionRef: body.decisionRef } : {}),
      ...body.decrease,
    };
    const row = { event: 'services-changed', caseNo, refs };
    const assignment = given && { ...given.entity, services: order.services };
    const changed = changeCare(order, { stored, deadlines, given }, { assignment, at }, deps);
    const view = orderView(order, stored.version + 1, changed.deadlines, step.value);
    const joining = await reachingJoining(stored.entity, order, ofCase, step.value, deps);
    if (!joining.ok) return joining;
    const effects = together(lock, changed.effects, joining.value.effects, {
      letters: outbox(deps, settings, at).tell(provider, pack, 'N01', fields),
      rows: ownRows([row], pack),
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    return done(
      { ...view, ...joining.value.says, ...taken.value.says },
      { version: stored.version + 1, ...taken.value.effects },
    );
  },
});
