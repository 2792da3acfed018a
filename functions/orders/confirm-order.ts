import * as z from 'zod';
import { dateOf, instant } from '../../shared/domain/local-time.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { TimeIn } from '../../shared/http/time-in.ts';
import { journalRow, journalStore } from '../../shared/stores/journal-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { outbox } from '../../shared/stores/outbox.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { meeting, ownOrder } from './load-order.ts';
import { confirm } from './order.ts';
import { OrderView, orderView } from './order-view.ts';

/** The provider acknowledges an order (L-12), and may say when it can begin (L-13, A04); the officer is told. */
export const confirmOrder = endpoint({
  summary: 'Confirm that an order has been received',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    canStartAt: TimeIn.optional().meta({ description: 'When the first visit can be made' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await ownOrder(path.orderId, input, deps);
    if (!own.ok) return own;
    const { stored } = own.value;
    const by = { userId: caller.userId, providerId: caller.providerId, at };
    const decision = confirm(stored.entity, by, body.canStartAt ? instant(body.canStartAt) : undefined);
    if (!decision.ok) return decision;
    const routine = await routineOn(deps.table, dateOf(at));
    if (!routine.ok) return routine;

    const order = decision.value;
    // That the provider says it can begin in time is what L-13 asks for; the first visit is another matter (A04).
    const canStart =
      order.confirmed?.canStartAt !== undefined &&
      order.startBy !== undefined &&
      order.confirmed.canStartAt <= order.startBy;
    const met = meeting(own.value, canStart ? ['D01', 'D02'] : ['D01'], at, deps);
    const row = {
      event: 'order-confirmed',
      rule: 'L-12',
      caseNo: order.caseNo,
      refs: { orderId: order.id, late: order.confirmed?.late ?? false },
    };
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, at } as const;
    return done(orderView(order, stored.version + 1, met.deadlines), {
      version: stored.version + 1,
      changes: [
        orderStore(deps.table).save(order, stored),
        ...met.changes,
        ...(await outbox(deps, routine.value.settings, at).toOfficer(order.officerId, 'N03', fields)),
        journalStore(deps.table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});
