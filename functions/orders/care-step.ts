import type { Assignment } from '../../shared/domain/assignment.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { ownRows } from '../../shared/packs/own-rules.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { type DeadlineMoves, deadlinesAfter, opened } from '../../shared/steps/deadlines.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import type { JournalEntry } from '../../shared/stores/journal-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import type { Provider } from '../../shared/stores/provider-store.ts';
import type { Routine } from '../../shared/stores/routine.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import type { OrderWithDeadlines } from './placing/new-order.ts';
import { lettersOf, type Receiving } from './placing/order-letters-step.ts';
import { orderRows } from './steps/order-step.ts';

type Store = Pick<Deps, 'table'>;

/**
 * What a provider is given, gets changed or loses: the only way to write an assignment once the system runs. The
 * provider's capacity is counted where the changes are committed, so that several about one provider are one sum
 * (`capacity-count.ts`, L-74).
 */
export const assigned = ({ table }: Store) => {
  const assignments = assignmentStore(table);
  return {
    give: (next: Assignment): readonly Change[] => [assignments.add(next)],
    /** With other services, facts or days; another first day is another key. */
    change: (next: Assignment, over: Stored<Assignment>): readonly Change[] =>
      next.from === over.entity.from
        ? [assignments.save(next, over)]
        : [assignments.remove(over), assignments.add(next)],
    /** Nothing was ever given by it. */
    take: (over: Stored<Assignment>): readonly Change[] => [assignments.remove(over)],
    /** It no longer reaches beyond the last day; what had not begun by then never does. */
    cut(over: Stored<Assignment>, last: LocalDate): readonly Change[] {
      const { entity } = over;
      if (entity.from > last) return [assignments.remove(over)];
      return entity.to === last ? [] : [assignments.save({ ...entity, to: last }, over)];
    },
  };
};

/** What an order gives its provider; one whose customer lies in hospital also that, for its month to find (A66, A71). */
export const assignmentOf = ({ id, caseNo, providerId, officerId, services, from, to, pause }: Order): Assignment => ({
  ...{ caseNo, providerId, officerId, services, from, to },
  orderId: id,
  ...(pause ? { known: [{ kind: 'HOSPITAL', from: pause.from, to: null }] } : {}),
});

/**
 * A provider gets care: its order with what it waits for, the assignment, the word of it by the routine's channel, and
 * `rows` about the order in the case's journal.
 */
export async function giveCare(
  { order, deadlines }: OrderWithDeadlines,
  receiving: Receiving,
  rows: readonly JournalEntry[],
  deps: Deps,
): Promise<Effects> {
  return {
    saves: [orderStore(deps.table).save(order, undefined), ...assigned(deps).give(assignmentOf(order))],
    deadlines: opened(deadlines),
    letters: await lettersOf(order, receiving, deps),
    rows: orderRows(order, ownRows(rows, receiving.pack)),
  };
}

/** A provider's care as it is now: the order, what it waits for, and what was given by it where that is not gone. */
export type Care = {
  readonly stored: Stored<Order>;
  readonly deadlines: readonly Stored<Deadline>[];
  readonly given: Stored<Assignment> | undefined;
};

type Changed = { readonly deadlines: readonly Deadline[]; readonly effects: Effects };

/** The order and what it waits for as they become, beside what becomes of the assignment. */
function orderChanged(
  next: Order,
  { stored, deadlines }: Omit<Care, 'given'>,
  assignment: readonly Change[],
  { waits, at }: { readonly waits: DeadlineMoves; readonly at: Instant },
  { table }: Store,
): Changed {
  const after = deadlinesAfter(deadlines, waits, at);
  const saves = [...(next === stored.entity ? [] : [orderStore(table).save(next, stored)]), ...assignment];
  return { deadlines: after.deadlines, effects: { saves, deadlines: after.moved } };
}

/** What becomes of what the order waits for, and when. */
type When = { readonly waits?: DeadlineMoves; readonly at: Instant };

/** A provider gets its care changed: other services, other days. `assignment` is what it has by the order from now on. */
export function changeCare(
  next: Order,
  care: Care,
  { assignment, waits = {}, at }: When & { readonly assignment: Assignment | undefined },
  deps: Store,
): Changed {
  const { give, change } = assigned(deps);
  const changes = assignment ? (care.given ? change(assignment, care.given) : give(assignment)) : [];
  return orderChanged(next, care, changes, { waits, at }, deps);
}

/** A provider's care ends on a last day. */
export function endCare(
  next: Order,
  care: Care,
  { last, waits = {}, at }: When & { readonly last: LocalDate },
  deps: Store,
): Changed {
  const assignment = care.given ? assigned(deps).cut(care.given, last) : [];
  return orderChanged(next, care, assignment, { waits, at }, deps);
}

/** A provider loses care that never began: the order as it is over, and nobody waits for it. */
export function takeCareBack(next: Order, care: Care, { waits = {}, at }: When, deps: Store): Changed {
  const assignment = care.given ? assigned(deps).take(care.given) : [];
  return orderChanged(next, care, assignment, { waits, at }, deps);
}

/** No letter says the word: a provider reads that the case may be closed, or that its last day is another (N25). */
export function lastDayLetter(
  { id: orderId, caseNo, ending }: Order,
  { provider, settings, pack, at }: Routine & { readonly provider: Provider; readonly at: Instant },
  deps: Deps,
  variant?: 'moved',
): readonly Change[] {
  const fields = { to: 'orders', orderId, caseNo, on: ending?.lastDay, ...(variant ? { variant } : {}) } as const;
  return outbox(deps, settings, at).tell(provider, pack, 'N25', fields);
}
