import * as z from 'zod';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { changeCare, lastDayLetter } from '../care-step.ts';
import { because, withCorrection } from '../corrections.ts';
import { documentationOwed, notOwed } from '../limits/document-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { takeBackEnd } from './ending.ts';
import { followUpAgain, mayReopen, waitsAgain } from './reopening-step.ts';
import { refuseTaken } from './taken-days.ts';
import { closedAgain, isClosedByDay, isClosedByDecision, unclosed } from './unclosed.ts';

/**
 * A decided end is taken back (L-72), also once it has closed the order: the order goes on as before it, on the days that it
 * had, unless another provider has them by now; the provider is notified that all goes on.
 */
export const withdrawEnd = endpoint({
  summary: 'Take back a decided end',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    reason: Remark.meta({ description: 'Why; seen by the municipality alone' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, provider, pack, settings } = step.value;
    const isClosed = isClosedByDay(stored.entity);
    if (isClosed && !isClosedByDecision(stored.entity)) return refuse('conflict', 'no-end-decided');
    const decision = takeBackEnd(unclosed(stored.entity));
    if (!decision.ok) return decision;
    const mayGoOn = await mayReopen(step.value, decision.value.to ?? dateOf(at), deps);
    if (!mayGoOn.ok) return mayGoOn;

    const was = stored.entity.ending?.lastDay ?? '';
    const note = { at, by: caller.userId, what: 'END_WITHDRAWN', was, ...because(body.reason) } as const;
    const noted = withCorrection(decision.value, note);
    // The day to which it was granted may have passed by now.
    const order = isClosed ? closedAgain(noted, { at, by: caller.userId }) : noted;
    const isOverAgain = isOver(order);
    const lock = await touchCase(order.caseNo, deps);
    const ofCase = await assignmentStore(deps.table).storedOfCase(order.caseNo);
    const given = ofCase.find(({ entity }) => entity.orderId === order.id);
    const days = given && { ...given.entity, to: order.to };
    const free = refuseTaken({
      next: days,
      given: given?.entity,
      ofCase: ofCase.map(({ entity }) => entity),
    });
    if (!free.ok) return free;

    const { id: orderId, caseNo } = order;
    const last = isOverAgain ? lastDayOf(order) : undefined;
    const standing = deadlines.map(({ entity }) => entity);
    const again = waitsAgain(stored.entity, order);
    const waits = last
      ? { opens: documentationOwed(order, last, standing, pack) }
      : { moves: (deadline: Deadline) => again(notOwed(at)(deadline)) };
    const changed = changeCare(order, { stored, deadlines, given }, { assignment: days, waits, at }, deps);
    const goesOn = { to: 'orders', orderId, caseNo, variant: 'goes-on' } as const;
    const version = stored.version + 1;
    const effects = together(lock, changed.effects, await followUpAgain(stored.entity, order, deps), {
      letters: isOverAgain
        ? lastDayLetter(order, step.value, deps, 'moved')
        : outbox(deps, settings, at).tell(provider, pack, 'N24', goesOn),
      rows: [{ event: 'end-taken-back', caseNo, refs: { orderId, was } }],
    });
    const taken = await unlessStated(effects, body, step.value, deps);
    if (!taken.ok) return taken;
    const view = orderView(order, version, changed.deadlines, step.value);
    return done({ ...view, ...taken.value.says }, { version, ...taken.value.effects });
  },
});
