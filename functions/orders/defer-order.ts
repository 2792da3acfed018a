import * as z from 'zod';
import { type Deadline, moveTo } from '../../shared/domain/deadline.ts';
import { dateOf, instant, localIso, swedishInstant } from '../../shared/domain/local-time.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { TimeIn } from '../../shared/http/time-in.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../shared/stores/journal-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { outbox } from '../../shared/stores/outbox.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { ownOrder } from './load-order.ts';
import { defer } from './order.ts';
import { agreedStart } from './order-deadlines.ts';
import { OrderView, orderView } from './order-view.ts';

const rules = { officer: 'S-14', customer: 'S-15' } as const;
const words = { officer: 'handläggarens anvisning', customer: 'överenskommelse med kunden' } as const;

/** The limit by which help begins, while it has not. */
const isStart = ({ code, doneAt }: Deadline) => (code === 'D02' || code === 'D08') && doneAt === undefined;

/** A later start, by the officer's instruction or agreed with the customer (S-14, S-15); the other side is told. */
export const deferOrder = endpoint({
  summary: 'Move the start of an order to a later time',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    until: TimeIn.meta({ description: 'The new time by which help begins', example: '2026-11-09T08:00:00+01:00' }),
    wish: z
      .enum(['officer', 'customer'])
      .optional()
      .meta({ description: 'Whose wish it is; an officer may say either' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const { table } = deps;
    const own = await ownOrder(path.orderId, input, deps);
    if (!own.ok) return own;
    const { stored, deadlines } = own.value;
    const wish = caller.role === 'officer' ? (body.wish ?? 'officer') : 'customer';
    const decision = defer(stored.entity, { userId: caller.userId, at }, instant(body.until), wish);
    if (!decision.ok) return decision;
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;

    const order = decision.value;
    const until = instant(body.until);
    const why = {
      rule: rules[wish],
      text: `Senare start enligt ${words[wish]}: senast ${swedishInstant(until)}.`,
    };
    const moved = deadlines.map((deadline) =>
      isStart(deadline.entity)
        ? { over: deadline, next: moveTo(deadline.entity, until, at, why) }
        : { over: deadline, next: deadline.entity },
    );
    // A provider that had said it could begin in time has met D02; the agreed time is then a limit of its own.
    const agreed = deadlines.some(({ entity }) => isStart(entity)) ? [] : [agreedStart(order, until, why)];
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, due: until } as const;
    const post = outbox(deps, routine.value.settings, at);
    const provider = (await providerStore(table).find(order.providerId))?.entity;
    const letters =
      caller.role === 'officer'
        ? provider
          ? post.toProvider(provider, 'N12', fields)
          : []
        : await post.toOfficer(order.officerId, 'N12', fields);
    const refs = { orderId: order.id, until: localIso(until), wish, late: order.deferral?.late ?? false };
    const row = { event: 'order-deferred', rule: rules[wish], caseNo: order.caseNo, refs };
    return done(orderView(order, stored.version + 1, [...moved.map(({ next }) => next), ...agreed]), {
      version: stored.version + 1,
      changes: [
        orderStore(table).save(order, stored),
        ...moved
          .filter(({ over, next }) => next !== over.entity)
          .map(({ over, next }) => deadlineStore(table).save(next, over)),
        ...agreed.map((deadline) => deadlineStore(table).open(deadline, at)),
        ...letters,
        journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});
