import * as z from 'zod';
import { type Deadline, type DeadlineCode, moveTo } from '../../../shared/domain/deadline.ts';
import { confirmCodes } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, instant, swedishInstant, TimeIn } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { earliestStart } from '../limits/order-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { confirm } from './confirmation.ts';
import { fromConfirmation } from './new-order.ts';

/** The limit of the start counted from the confirmation instead, where the routine counts so (A04). */
function recounted(deadline: Deadline, due: Instant | undefined, at: Instant): Deadline {
  if (deadline.code !== 'D02' || deadline.doneAt !== undefined || due === undefined) return deadline;
  return moveTo(deadline, due, at, { rule: 'A04', text: `Räknas från bekräftelsen: senast ${swedishInstant(due)}.` });
}

/**
 * The provider acknowledges an order (L-12, S-28), and may say when it can begin (L-13, A04); the officer is notified.
 * Where the confirmation is to lie in the file and in the journal it is put there at once (S-29, S-30).
 */
export const confirmOrder = endpoint({
  summary: 'Confirm that an order has been received',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    canStartAt: TimeIn.optional().meta({ description: 'When the first visit can be made' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, settings, pack, provider, arrangement, deadlines } = step.value;
    if (arrangement.confirmation === 'NONE') return refuse('conflict', 'confirmation-not-asked');
    const by = { userId: caller.userId, providerId: caller.providerId, at };
    const decision = confirm(stored.entity, by, body.canStartAt ? instant(body.canStartAt) : undefined);
    if (!decision.ok) return decision;
    const limit = fromConfirmation(decision.value, provider.kind, pack);
    if (!limit.ok) return limit;

    const moved = (deadline: Deadline) => recounted(deadline, limit.value?.value, at);
    const startBy = limit.value ? earliestStart(deadlines.map(({ entity }) => moved(entity))) : decision.value.startBy;
    const order = { ...decision.value, startBy };
    // That the provider says it can begin in time is what L-13 asks for; the first visit is another matter (A04).
    const canStartAt = order.confirmed?.canStartAt;
    const canStart = canStartAt !== undefined && startBy !== undefined && canStartAt <= startBy;
    const met: readonly DeadlineCode[] = canStart ? [...confirmCodes, 'D02'] : confirmCodes;
    const refs = { late: order.confirmed?.late ?? false };
    const isFiled = arrangement.confirmation === 'SOFT';
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, at } as const;
    return orderStepTaken(
      order,
      step.value,
      {
        deadlines: { moves: moved, meets: met },
        rows: [
          { event: 'order-confirmed', rule: arrangement.rules.confirmed, refs },
          ...(isFiled ? [{ event: 'confirmation-filed' }] : []),
        ],
        letters: await outbox(deps, settings, at).toOfficer(order.officerId, 'N03', fields),
      },
      deps,
    );
  },
});
