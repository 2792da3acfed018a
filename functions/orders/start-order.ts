import * as z from 'zod';
import { dateOf, LocalDate } from '../../shared/domain/local-time.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { journalRow, journalStore } from '../../shared/stores/journal-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { meeting, ownOrder } from './load-order.ts';
import { openingAtStart } from './load-start.ts';
import { start } from './order.ts';
import { OrderView, orderView } from './order-view.ts';

/** The provider has made the first visit (L-13, L-16); the officer sees the order as executed (L-15). */
export const startOrder = endpoint({
  summary: 'Tell that the services have begun',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    startedOn: LocalDate.optional().meta({ description: 'The day of the first visit; today when left out' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await ownOrder(path.orderId, input, deps);
    if (!own.ok) return own;
    const { stored } = own.value;
    const by = { userId: caller.userId, providerId: caller.providerId, at };
    const decision = start(stored.entity, by, body.startedOn ?? dateOf(at));
    if (!decision.ok) return decision;
    const routine = await routineOn(deps.table, dateOf(at));
    if (!routine.ok) return routine;

    const order = decision.value;
    const met = meeting(own.value, ['D01', 'D02', 'D03', 'D08'], at, deps);
    const opened = await openingAtStart(order, routine.value.pack, at, deps);
    const refs = { orderId: order.id, startedOn: order.started?.on ?? '', late: order.started?.late ?? false };
    const row = { event: 'order-started', rule: 'L-16', caseNo: order.caseNo, refs };
    return done(orderView(order, stored.version + 1, [...met.deadlines, ...opened.deadlines]), {
      version: stored.version + 1,
      changes: [
        orderStore(deps.table).save(order, stored),
        ...met.changes,
        ...opened.changes,
        journalStore(deps.table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});
