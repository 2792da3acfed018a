import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { changeCare, lastDayLetter } from '../care-step.ts';
import { endBy } from '../ending/ending.ts';
import { areTaken } from '../ending/taken-days.ts';
import { documentationOwed } from '../limits/document-deadlines.ts';
import { newlyTaken } from '../placing/placing-faults.ts';
import { changedServices, type NewDecision } from '../reports/changed-services.ts';
import { isTakenOver } from '../reports/taken-over.ts';
import { orderRows } from '../steps/order-step.ts';
import type { StatedChange } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';

/** What a file says otherwise of an order that goes on; what it does not name stays as it is. */
export type WantedCare = {
  readonly officerId?: string | undefined;
  readonly lastDay?: LocalDate | undefined;
  /** What is granted from a day on, the earliest first (L-45, L-57). */
  readonly decisions: readonly NewDecision[];
};
type By = Routine & { readonly provider: Provider; readonly at: Instant; readonly by: string };

/** The changes, and what they mean for months whose statement has been sent. */
type ChangedCare = { readonly effects: Effects; readonly stated: readonly StatedChange[] };

/** Another officer has what waits for the one before. */
const handedTo =
  (officerId: string) =>
  (deadline: Deadline): Deadline => {
    const { subject, owner } = deadline;
    if (!('officerId' in subject) || subject.officerId === officerId) return deadline;
    const moved = owner.startsWith('officer:') ? officerOwner(officerId) : owner;
    return { ...deadline, subject: { ...subject, officerId } as Deadline['subject'], owner: moved };
  };

/** A last day that was decided outside; a later one than before only where nobody else has settled the end. */
function withLastDay(order: Order, lastDay: LocalDate, { at, by }: By): Result<Order> {
  if (lastDay < order.from) return refuse('invalid', 'end-before-order');
  const { cause } = order.ending ?? {};
  if (cause !== undefined && cause !== 'WISH' && cause !== 'DECISION') return refuse('conflict', 'order-ending');
  const longer = order.to !== null && lastDay > order.to ? { ...order, to: lastDay } : order;
  return endBy(longer, { cause: 'DECISION', lastDay, by, at });
}

/** The order as the file says it: services first, since they may change on days that are still to come. */
function asWanted(order: Order, { officerId, lastDay, decisions }: WantedCare, by: By): Result<Order> {
  let next: Order = officerId === undefined ? order : { ...order, officerId };
  // Whoever takes the customer over has an order drawn from this one: that is changed in the system, with both.
  if (decisions.length > 0 && isTakenOver(order)) return refuse('conflict', 'order-ending');
  for (const decision of decisions) {
    const changed = changedServices(next, decision);
    if (!changed.ok) return changed;
    next = changed.value;
  }
  return lastDay === undefined ? accept(next) : withLastDay(next, lastDay, by);
}

/**
 * An order as a file that is read in again has it: other services from a day on, a last day, another officer. The
 * assignment, the capacity and the deadlines follow, and the provider is told as of any other change (L-57, L-72).
 */
export async function changeReadIn(
  stored: Stored<Order>,
  wanted: WantedCare,
  by: By,
  deps: Deps,
): Promise<Result<ChangedCare>> {
  const decided = asWanted(stored.entity, wanted, by);
  if (!decided.ok) return decided;
  const order = decided.value;
  const { id: orderId, caseNo } = order;
  const { pack, settings, provider, at } = by;
  const deadlines = await deadlineStore(deps.table).ofOrder(orderId);
  const ofCase = await assignmentStore(deps.table).storedOfCase(caseNo);
  const given = ofCase.find(({ entity }) => entity.orderId === orderId);
  const last = wanted.lastDay === undefined ? undefined : lastDayOf(order);
  const next = given && {
    ...{ ...given.entity, services: order.services, officerId: order.officerId },
    ...(last === undefined ? {} : { to: last }),
  };
  // No day of a service is given to two providers by a file, by a later last day or by other services (A14, A74).
  const others = ofCase.filter((one) => one !== given).map(({ entity }) => entity);
  const isTaken = given && next && newlyTaken(given.entity, order.services, others).length > 0;
  if (isTaken || areTaken({ next, given: given?.entity, ofCase: ofCase.map(({ entity }) => entity) }))
    return refuse('conflict', 'case-has-order');
  const standing = deadlines.map(({ entity }) => entity);
  const waits = {
    ...(wanted.officerId === undefined ? {} : { moves: handedTo(wanted.officerId) }),
    ...(last === undefined ? {} : { meets: ['D26'] as const, opens: documentationOwed(order, last, standing, pack) }),
  };
  const { effects } = changeCare(order, { stored, deadlines, given }, { assignment: next, waits, at }, deps);
  const [first] = wanted.decisions;
  const fields = { to: 'orders', orderId, caseNo, on: first?.from ?? '', variant: 'changed' } as const;
  const row = { event: 'order-read-in-again', refs: { providerId: order.providerId, lastDay: last ?? '' } };
  const changed = together(effects, {
    letters: [
      ...(first ? outbox(deps, settings, at).tell(provider, pack, 'N01', fields) : []),
      ...(last === undefined ? [] : lastDayLetter(order, by, deps)),
    ],
    rows: orderRows(order, [row]),
  });
  // Whoever says yes to the rows has seen what it means for months that are stated, and says yes to that.
  const taken = await unlessStated(changed, { acceptsStated: true }, by, deps);
  return taken.ok ? accept({ effects: taken.value.effects, stated: taken.value.says.stated ?? [] }) : taken;
}
