import type { Service } from '../../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

/** What is granted from a day on: the whole of it, so that a code that is left out ends. */
export type NewDecision = {
  readonly from: LocalDate;
  readonly services: readonly { readonly code: string; readonly minutesPerMonth: number }[];
  /** The day of the decision; the first day of what is new where it is not said. */
  readonly decidedOn?: LocalDate | undefined;
};

const isThere = ({ to }: Service, from: LocalDate) => !to || to >= from;
const begins = (service: Service, order: Order): LocalDate => service.from ?? order.from;

/** The entries up to the day before, and those that go on with neither other minutes nor an end. */
function earlierEntries(order: Order, { from, services }: NewDecision): readonly Service[] {
  return order.services.flatMap((service) => {
    if (!isThere(service, from)) return [service];
    const goesOn = services.some(
      ({ code, minutesPerMonth }) => code === service.code && minutesPerMonth === service.minutesPerMonth,
    );
    if (goesOn && !service.to && begins(service, order) <= from) return [service];
    return begins(service, order) < from ? [{ ...service, to: plusDays(from, -1) }] : [];
  });
}

/** The visits of a code that goes on into a day, as they were ordered; none of one that had ended before. */
function plannedBefore(order: Order, code: string, from: LocalDate): Pick<Order['services'][number], 'visits'> {
  const had = order.services
    .filter(
      (service) => service.code === code && begins(service, order) <= from && isThere(service, plusDays(from, -1)),
    )
    .toSorted((one, other) => (begins(one, order) < begins(other, order) ? -1 : 1))
    .at(-1);
  return had?.visits ? { visits: had.visits } : {};
}

/**
 * A decision that changes in the middle of a month (L-45, L-57): what was in force ends the day before, what is new
 * begins on its day, and the month's granted minutes follow by days. What does not change is left as it was. The days and
 * times that a service was ordered at go on with it, whatever its minutes are: no decision of minutes takes them away.
 */
export function changedServices(
  order: Order,
  decision: NewDecision,
): Result<Order, 'order-closed' | 'order-taken-back' | 'change-before-order' | 'change-after-end' | 'service-twice'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  const at = 'body.from';
  if (decision.from < order.from)
    return refuse('invalid', 'change-before-order', [{ at, code: 'change-before-order' }]);
  const last = lastDayOf(order);
  if (last !== undefined && decision.from > last)
    return refuse('invalid', 'change-after-end', [{ at, code: 'change-after-end' }]);
  if (new Set(decision.services.map(({ code }) => code)).size < decision.services.length)
    return refuse('invalid', 'service-twice', [{ at: 'body.services', code: 'service-twice' }]);

  const kept = earlierEntries(order, decision);
  const goesOn = (code: string) => kept.some((service) => service.code === code && isThere(service, decision.from));
  const added = decision.services
    .filter(({ code }) => !goesOn(code))
    .map((service) => ({
      ...service,
      ...plannedBefore(order, service.code, decision.from),
      ...(decision.from === order.from ? {} : { from: decision.from }),
      ...(decision.decidedOn === undefined ? {} : { decidedOn: decision.decidedOn }),
    }));
  return accept({ ...order, services: [...kept, ...added] });
}

/**
 * The decision's services, each at its place, as the catalogue is to know them; what goes on with the minutes that it had
 * is no new decision, and is judged by nothing.
 */
export const newlyDecided = (order: Order, { from, services }: NewDecision) =>
  services.map((service) => {
    const goesOn = order.services.some(
      (had) =>
        had.code === service.code &&
        had.minutesPerMonth === service.minutesPerMonth &&
        begins(had, order) <= from &&
        isThere(had, from),
    );
    return goesOn ? undefined : service;
  });

/** The minutes a month that are granted on a day: shown beside each other when they change. */
export const minutesOn = (order: Order, day: LocalDate): number =>
  order.services
    .filter((service) => begins(service, order) <= day && isThere(service, day))
    .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
