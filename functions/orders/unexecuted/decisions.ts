import type { Service } from '../../../shared/domain/assignment.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import { dateOf, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import type { GrantedDecision, Interruption, WaitReason } from './decision.ts';

/** An order with the stays in hospital that are known where it is given. */
export type OrderSeen = { readonly order: Order; readonly known: readonly KnownFact[] };

const begins = (service: Service, order: Order): LocalDate => service.from ?? order.from;
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** When a service was first carried out, and when that was told; the provider has said which services are not. */
function executedOf(order: Order, service: Service): GrantedDecision['executed'] {
  if (order.notExecuted?.some(({ code }) => code === service.code)) return undefined;
  const since = order.executedLater?.findLast(({ code }) => code === service.code)?.on;
  if (since !== undefined) return { on: later(since, begins(service, order)), toldOn: since };
  const visit = order.started ?? order.firstVisit;
  if (!visit) return undefined;
  const on = later(visit.on, begins(service, order));
  // Of what was decided before the system it was known all along.
  const told = order.choice?.how === 'READ_IN' ? visit.on : dateOf(order.firstVisit?.at ?? visit.at);
  return { on, toldOn: later(told, on) };
}

const lastDayIn = (order: Order, service: Service): LocalDate | undefined => {
  const whole = order.withdrawn ? dateOf(order.withdrawn.at) : lastDayOf(order);
  return service.to && (whole === undefined || service.to < whole) ? service.to : whole;
};

function reasonOf(order: Order, service: Service): WaitReason {
  if (service.postponedByCustomer) return 'POSTPONED_BY_CUSTOMER';
  if (order.notExecuted?.some(({ code }) => code === service.code)) return 'PROVIDER';
  if (order.rejected) return 'NO_CAPACITY';
  if (order.pause) return 'HOSPITAL';
  if (!order.deferral) return 'NOT_STARTED';
  return order.deferral.wish === 'customer' ? 'CUSTOMERS_WISH' : 'OFFICERS_INSTRUCTION';
}

/** Stays and absences as one list of times in which nothing was carried out; those that meet are one. */
function awayOf({ order, known }: OrderSeen): readonly Interruption[] {
  const all: readonly Interruption[] = [
    ...known.flatMap((fact) =>
      fact.kind === 'HOSPITAL' ? [{ from: fact.from, to: fact.to ?? null, reason: 'HOSPITAL' as const }] : [],
    ),
    ...(order.pause ? [{ from: order.pause.from, to: null, reason: 'HOSPITAL' as const }] : []),
    ...(order.absences ?? []).map(({ from, to }) => ({ from, to, reason: 'ABSENCE' as const })),
  ].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const merged: Interruption[] = [];
  for (const one of all) {
    const last = merged.at(-1);
    // Home again on the day that the next begins is nothing resumed.
    if (!last || (last.to !== null && one.from > last.to)) merged.push(one);
    else {
      const to = last.to === null || one.to === null ? null : later(last.to, one.to);
      merged[merged.length - 1] = { ...last, to };
    }
  }
  return merged;
}

function decisionOf(seen: OrderSeen, service: Service): GrantedDecision {
  const { order } = seen;
  const executed = executedOf(order, service);
  const isReadIn = order.choice?.how === 'READ_IN';
  const last = lastDayIn(order, service);
  const away = executed ? awayOf(seen).filter(({ from }) => from >= executed.on) : [];
  return {
    ...{ caseNo: order.caseNo, service: service.code, legalBasis: order.legalBasis ?? '11:1' },
    decidedOn: service.decidedOn ?? begins(service, order),
    ...{ orderId: order.id, providerId: order.providerId, officerId: order.officerId },
    offeredOn: isReadIn ? undefined : dateOf(order.placedAt),
    ...{ executed, lastDay: last, reason: reasonOf(order, service) },
    reasonText: order.notExecuted?.find(({ code }) => code === service.code)?.reason,
    postponedByCustomer: service.postponedByCustomer ?? undefined,
    interruptions: away.filter(({ from }) => last === undefined || from <= last),
  };
}

type Said = {
  readonly decision: GrantedDecision;
  readonly hasDay: boolean;
  readonly from: LocalDate;
  readonly order: Order;
};

/** Whether an order's care went over to another provider, or came to nothing there: the decision goes on. */
const goesOn = ({ rejected, withdrawn, ending }: Order): boolean =>
  rejected !== undefined || withdrawn !== undefined || ending?.cause === 'SWITCH' || ending?.cause === 'PROVIDER_ENDED';

/**
 * Two orders of one decision as one: what the earlier never carried out waits on from its own day, and what it did carry
 * out is interrupted until the later begins.
 */
function together(one: Said, next: Said): Said {
  const before = one.decision;
  const { decision } = next;
  if (!before.executed) {
    const decidedOn = next.hasDay ? decision.decidedOn : before.decidedOn;
    const postponedByCustomer = decision.postponedByCustomer ?? before.postponedByCustomer;
    return { ...next, decision: { ...decision, decidedOn, postponedByCustomer, offeredOn: before.offeredOn } };
  }
  const gap: Interruption = {
    from: before.lastDay ? plusDays(before.lastDay, 1) : next.from,
    to: decision.executed?.on ?? null,
    reason: 'CHANGE_OF_PROVIDER',
  };
  const interruptions = [...before.interruptions, gap, ...decision.interruptions];
  return {
    ...next,
    decision: {
      ...decision,
      decidedOn: before.decidedOn,
      executed: before.executed,
      offeredOn: before.offeredOn,
      interruptions,
    },
  };
}

/** The decisions that a case's orders carry out, each once, however many providers have had it. */
function decisionsOfCase(seen: readonly OrderSeen[]): readonly GrantedDecision[] {
  const said = seen
    .flatMap((one) =>
      one.order.services.map(
        (service): Said => ({
          decision: decisionOf(one, service),
          hasDay: Boolean(service.decidedOn),
          from: begins(service, one.order),
          order: one.order,
        }),
      ),
    )
    .toSorted((a, b) => (`${a.from} ${a.order.placedAt}` < `${b.from} ${b.order.placedAt}` ? -1 : 1));
  const found: Said[] = [];
  for (const one of said) {
    const at = found.findLastIndex(
      ({ decision, order }) => decision.service === one.decision.service && order.id !== one.order.id && goesOn(order),
    );
    const before = found[at];
    if (before) found[at] = together(before, one);
    else found.push(one);
  }
  return found.map(({ decision }) => decision);
}

export const grantedDecisions = (seen: readonly OrderSeen[]): readonly GrantedDecision[] =>
  [...Map.groupBy(seen, ({ order }) => order.caseNo).values()].flatMap(decisionsOfCase);
