import { type Assignment, goesOn } from '../../../shared/domain/assignment.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import { dateOf, type Instant, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { endBy } from '../ending/ending.ts';
import { close } from '../ending/may-close.ts';
import { goingTo } from '../order.ts';

/** What a provider had in a case when its municipality was read in. */
export type StandingCare = Pick<
  Assignment,
  'caseNo' | 'providerId' | 'officerId' | 'services' | 'from' | 'to' | 'known'
> &
  Pick<Order, 'healthCareEnrolled'>;

type By = { readonly at: Instant; readonly by: string };

/** The earliest of the deaths that are known (A27). */
const deathIn = (known: readonly KnownFact[]): LocalDate | undefined =>
  known.flatMap((fact) => (fact.kind === 'DEATH' ? [fact.on] : [])).toSorted()[0];

/** The last day of care after a death: the day after it, and where care was decided to begin later than that, its first. */
const lastDayIf = (death: LocalDate, from: LocalDate): LocalDate => {
  const last = plusDays(death, 1);
  return last < from ? from : last;
};

/** An order that has gone on since its first day; one that begins later is decided and waits for that day. */
function begun(id: string, { known: _, ...given }: StandingCare, { at, by }: By): Order {
  const order: Order = {
    ...{ ...given, id, urgent: false, placedAt: at, choice: { how: 'READ_IN' } },
    state: 'confirmed',
  };
  if (given.from > dateOf(at)) return order;
  return { ...order, state: 'started', started: { at, by, on: given.from, late: false } };
}

/** As the order is with what is known: paused since an open stay (L-58), ending after a death (L-48), closed by now. */
function withKnown(order: Order, known: readonly KnownFact[], { at, by }: By): Order {
  const today = dateOf(at);
  const stay = known.find((fact) => fact.kind === 'HOSPITAL' && !fact.to && fact.from <= today);
  let next = order;
  if (order.started && stay?.kind === 'HOSPITAL')
    next = { ...order, ...goingTo(order, 'paused'), pause: { at, by, from: stay.from } };
  const death = deathIn(known);
  if (death !== undefined) {
    const ended = endBy(next, { cause: 'DEATH', lastDay: lastDayIf(death, order.from), at, by });
    if (ended.ok) next = ended.value;
  }
  const closed = close(next, { at, by });
  return closed.ok ? closed.value : next;
}

/**
 * The living order of care that was decided before the system (A70): begun on its first day, with nothing to confirm
 * and no limit back in time, and what it gives its provider. A customer who died before is read in all the same, as dead:
 * what is reported of a day after the death is then said to be that.
 */
export function readInOrder(
  id: string,
  given: StandingCare,
  by: By,
): { readonly order: Order; readonly assignment: Assignment } {
  const { known = [] } = given;
  const order = withKnown(begun(id, given, by), known, by);
  const on = deathIn(known);
  const last = on === undefined ? undefined : lastDayIf(on, given.from);
  const { known: _, healthCareEnrolled: __, ...care } = given;
  const stays = known.filter(({ kind }) => kind !== 'DEATH');
  const cut = last !== undefined && goesOn(given, last) ? { to: last } : {};
  const death = on === undefined ? {} : { death: { on, to: given.to, toldOn: dateOf(by.at) } };
  return {
    order,
    // The death ends pay, and shrinks nothing that was granted (L-48, L-49).
    assignment: { ...care, ...cut, ...death, orderId: id, ...(stays.length > 0 ? { known: stays } : {}) },
  };
}

/** Whether anything is still to be done by it. */
export const isAlive = (order: Order): boolean => !isOver(order);
