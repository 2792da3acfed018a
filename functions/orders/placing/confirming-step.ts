import { type Deadline, type DeadlineCode, moveTo } from '../../../shared/domain/deadline.ts';
import { confirmCodes } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, instant, swedishInstant } from '../../../shared/domain/local-time.ts';
import { type Refusal, refuse } from '../../../shared/domain/result.ts';
import type { Done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { earliestStart } from '../limits/order-deadlines.ts';
import type { OrderView } from '../order-view.ts';
import type { OrderAsked } from '../steps/load-order-and-routine.ts';
import type { ConfirmingRefusal } from '../steps/order-refusals.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { confirm } from './confirmation.ts';
import { fromConfirmation } from './new-order.ts';

/** The limit of the start counted from the confirmation instead, where the routine counts so (A04). */
function recounted(deadline: Deadline, due: Instant | undefined, at: Instant): Deadline {
  if (deadline.code !== 'D02' || deadline.doneAt !== undefined || due === undefined) return deadline;
  return moveTo(deadline, due, at, { rule: 'A04', text: `Räknas från bekräftelsen: senast ${swedishInstant(due)}.` });
}

/** What it comes to that a provider acknowledges an order (L-12, S-28), in the portal or by mail. */
export async function confirming(
  orderId: string,
  said: { readonly canStartAt?: string | undefined },
  asked: OrderAsked,
  deps: Deps,
): Promise<Refusal<ConfirmingRefusal> | Done<OrderView>> {
  const { caller, at } = asked;
  const step = await loadOrderStep(orderId, asked, deps);
  if (!step.ok) return step;
  const { stored, settings, pack, provider, arrangement, deadlines } = step.value;
  if (arrangement.confirmation === 'NONE') return refuse('conflict', 'confirmation-not-asked');
  const by = { userId: caller.userId, providerId: caller.providerId, at };
  const decision = confirm(stored.entity, by, said.canStartAt ? instant(said.canStartAt) : undefined);
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
}
