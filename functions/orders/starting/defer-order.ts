import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, instant, localIso, swedishInstant, TimeIn } from '../../../shared/domain/local-time.ts';
import { isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { because, withCorrection } from '../corrections.ts';
import { whileAlive } from '../ending/order-death.ts';
import { agreedStart, awaitsStart, movedTo } from '../limits/order-deadlines.ts';
import { OrderView, orderView } from '../order-view.ts';
import { ownLimit } from '../placing/new-order.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { defer } from './deferral.ts';

const rules = { officer: 'S-14', customer: 'S-15' } as const;
const words = { officer: 'handläggarens anvisning', customer: 'överenskommelse med kunden' } as const;

/**
 * A later start, by the officer's instruction or agreed with the customer (S-14, S-15, S-33), and one that was moved
 * brought forward again (L-68); the other side is notified.
 */
export const deferOrder = endpoint({
  summary: 'Move the start of an order, also back to earlier',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    until: TimeIn.meta({ description: 'The new time by which help begins', example: '2026-11-09T08:00:00+01:00' }),
    wish: z
      .enum(['officer', 'customer'])
      .optional()
      .meta({ description: 'Whose wish it is; an officer may say either' }),
    reason: Remark.optional().meta({
      description: 'Why a time that was agreed before is another: needed where it is earlier; seen by the municipality',
    }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, deadlines, settings, pack, provider } = step.value;
    const isOfficer = caller.role === 'officer';
    const wish = isOfficer ? (body.wish ?? 'officer') : 'customer';
    const until = instant(body.until);
    const before = stored.entity;
    const floor = ownLimit(before, provider.kind, pack);
    const decision = defer(before, { userId: caller.userId, at }, until, wish, floor);
    if (!decision.ok) return decision;
    if (decision.value === before) {
      const standing = deadlines.map(({ entity }) => entity);
      return done(orderView(before, stored.version, standing, step.value), { version: stored.version });
    }

    // What was agreed is not brought forward unexplained.
    if (before.deferral && until < before.deferral.until && body.reason === undefined)
      return refuse('invalid', 'bad-request', [{ at: 'body.reason', code: 'reason-missing' }]);
    if (!isPermittedOn(provider, dateOf(until)))
      return refuse('invalid', 'bad-request', [{ at: 'body.until', code: 'provider-without-permit' }]);
    const isEarlier = before.startBy !== undefined && until < before.startBy;
    const was = before.deferral?.until;
    const order =
      was === undefined
        ? decision.value
        : withCorrection(decision.value, {
            ...{ at, by: caller.userId, what: 'DEFERRAL', was: localIso(was), is: localIso(until) },
            ...because(body.reason),
          });
    const why = {
      rule: givenRule(rules[wish], pack),
      text: `${isEarlier ? 'Tidigare' : 'Senare'} start enligt ${words[wish]}: senast ${swedishInstant(until)}.`,
    };
    const fields = {
      to: 'orders',
      orderId: order.id,
      caseNo: order.caseNo,
      due: until,
      ...(isEarlier ? { variant: 'earlier' } : {}),
    } as const;
    const post = outbox(deps, settings, at);
    const refs = {
      until: localIso(until),
      ...(was ? { was: localIso(was) } : {}),
      wish,
      late: order.deferral?.late ?? false,
    };
    return orderStepTaken(
      order,
      step.value,
      {
        deadlines: {
          moves: (deadline) => movedTo(deadline, until, at, why),
          // One that waits for no start, since the provider could begin in time or its clock does not run yet, has now a limit.
          opens: deadlines.some(({ entity }) => awaitsStart(entity)) ? [] : [agreedStart(order, until, why)],
        },
        rows: [{ event: 'order-deferred', rule: rules[wish], refs }],
        letters: isOfficer
          ? post.tell(provider, pack, 'N12', fields)
          : await post.toOfficer(order.officerId, 'N12', fields),
      },
      deps,
    );
  },
});
