import type { Service } from '../../../shared/domain/assignment.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { hasBegun } from '../order.ts';

/** What the officer notes of a decision: of one service, or of all of the order's. */
export type DecisionDays = {
  readonly code?: string | undefined;
  readonly decidedOn?: LocalDate | undefined;
  readonly postponedByCustomer?: LocalDate | undefined;
  readonly awayFrom?: LocalDate | undefined;
  readonly backOn?: LocalDate | undefined;
};

type Absence = NonNullable<Order['absences']>[number];

/** An absence that goes on is ended by the day back; a new one is kept beside those that were. */
function absencesWith(had: readonly Absence[], { awayFrom, backOn }: DecisionDays): readonly Absence[] | undefined {
  if (awayFrom !== undefined) {
    const others = had.filter(({ from }) => from !== awayFrom);
    return [...others, { from: awayFrom, to: backOn ?? null }].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  }
  const open = had.findLast(({ to }) => to === null);
  if (backOn === undefined || !open || backOn < open.from) return undefined;
  return had.map((one) => (one === open ? { ...one, to: backOn } : one));
}

function faultsIn(order: Order, said: DecisionDays, today: LocalDate): readonly Fault[] {
  const { code, decidedOn, postponedByCustomer, awayFrom, backOn } = said;
  const days = { decidedOn, postponedByCustomer, awayFrom, backOn };
  const wrong = (at: string, fault: string): Fault => ({ at: `body.${at}`, code: fault });
  const isBackUnknown = awayFrom === undefined && backOn !== undefined && !absencesWith(order.absences ?? [], said);
  return [
    ...(Object.values(days).every((day) => day === undefined) ? [wrong('decidedOn', 'missing-field')] : []),
    ...Object.entries(days).flatMap(([at, day]) => (day !== undefined && day > today ? [wrong(at, 'date-ahead')] : [])),
    ...(code !== undefined && !order.services.some((one) => one.code === code)
      ? [wrong('code', 'service-not-ordered')]
      : []),
    ...(awayFrom !== undefined && !hasBegun(order) ? [wrong('awayFrom', 'not-begun')] : []),
    ...(awayFrom !== undefined && backOn !== undefined && backOn < awayFrom ? [wrong('backOn', 'to-before-from')] : []),
    ...(isBackUnknown ? [wrong('backOn', 'not-away')] : []),
  ];
}

/**
 * The day of the decision, that the customer has asked to wait for a provider, and when the customer is away by plan: what
 * is reported of decisions that are not carried out is counted from them (SoL 2025:400, 34:1). What is granted is the same.
 */
export function withDecisionDays(
  order: Order,
  said: DecisionDays,
  at: Instant,
): Result<Order, 'order-closed' | 'order-taken-back' | 'bad-request'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  const faults = faultsIn(order, said, dateOf(at));
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const { code, decidedOn, postponedByCustomer } = said;
  const services = order.services.map((service): Service => {
    if (code !== undefined && service.code !== code) return service;
    return {
      ...service,
      ...(decidedOn === undefined ? {} : { decidedOn }),
      ...(postponedByCustomer === undefined ? {} : { postponedByCustomer }),
    };
  });
  const absences = absencesWith(order.absences ?? [], said);
  return accept({ ...order, services, ...(absences ? { absences: [...absences] } : {}) });
}
