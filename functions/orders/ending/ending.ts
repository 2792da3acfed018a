import type { Deadline, DeadlineCode } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { closesAt, isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

type Ending = NonNullable<Order['ending']>;
type By = { readonly by: string; readonly at: Instant };

/** How an order is to end. Without `lastDay` it is a wish that an officer has yet to verify (L-70, L-71). */
export type End = By & {
  readonly cause: Ending['cause'];
  readonly lastDay?: LocalDate;
  readonly wishedOn?: LocalDate;
};

/**
 * What may be put over an ending that is there: nothing over a death, no wish over anything, and no officer's own day
 * over one that a switch or the end of a provider has settled with others. A death is told in its own way.
 */
function mayFollow(known: Ending, { cause, lastDay: day }: End): boolean {
  if (known.cause === 'DEATH' || day === undefined) return false;
  return cause !== 'DECISION' || known.cause === 'WISH' || known.cause === 'DECISION';
}

/**
 * The order is ending: by wish, switch, the provider's own end, or the municipality's decision. With a last day it may be closed once that has passed (L-72); only a wish has none. The state to go back to is the first ending's.
 */
export function endBy(order: Order, end: End): Result<Order, 'order-closed' | 'order-ending'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  const known = order.ending;
  if (known && !mayFollow(known, end)) return refuse('conflict', 'order-ending');
  const ending: Ending = {
    at: end.at,
    by: end.by,
    cause: end.cause,
    before: known?.before ?? order.state,
    ...(end.wishedOn ? { wishedOn: end.wishedOn } : {}),
    ...(end.lastDay ? { permittedAt: end.at, lastDay: end.lastDay } : {}),
  };
  return accept({ ...order, state: 'ending', ending });
}

/** The officer has spoken with the customer, who does want to end: the last day is set and the provider may close (L-71, L-72). */
export function verifyEnding(
  order: Order,
  { at, lastDay }: { readonly at: Instant; readonly lastDay: LocalDate },
): Result<Order, 'order-closed' | 'no-end-wish'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.ending?.cause !== 'WISH' || order.ending.permittedAt !== undefined)
    return refuse('conflict', 'no-end-wish');
  return accept({ ...order, ending: { ...order.ending, verifiedAt: at, permittedAt: at, lastDay } });
}

/** The customer goes on after all (L-71): the order is what it was before the wish. */
export function withdrawEnding(order: Order): Result<Order, 'order-closed' | 'no-end-wish'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.ending?.cause !== 'WISH' || order.ending.permittedAt !== undefined)
    return refuse('conflict', 'no-end-wish');
  const { ending, ...rest } = order;
  return accept({ ...rest, state: ending.before });
}

/** A decided end is undone (L-72): the order is what it was before it, on its own days. */
export function takeBackEnd(order: Order): Result<Order, 'order-closed' | 'customer-dead' | 'no-end-decided'> {
  if (order.ending?.cause === 'DEATH') return refuse('conflict', 'customer-dead');
  if (isOver(order)) return refuse('conflict', 'order-closed');
  const { ending, ...rest } = order;
  const isDecided = ending?.lastDay !== undefined && (ending.cause === 'DECISION' || ending.cause === 'WISH');
  return isDecided ? accept({ ...rest, state: ending.before }) : refuse('conflict', 'no-end-decided');
}

/**
 * What is granted for a time is granted for longer: the order's own last day moves with the decision, and so do the
 * services that ended with it.
 */
export function prolonged(order: Order, lastDay: LocalDate): Order {
  const { to } = order;
  if (to === null || lastDay <= to) return order;
  const services = order.services.map((service) => (service.to === to ? { ...service, to: lastDay } : service));
  return { ...order, to: lastDay, services };
}

/** Closed once it is permitted and its last day has passed, never before (L-49, L-72). */
export function close(
  order: Order,
  { at, by }: By,
): Result<Order, 'order-closed' | 'end-not-permitted' | 'last-day-not-passed'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  const from = closesAt(order);
  if (from === undefined) return refuse('conflict', 'end-not-permitted');
  if (at < from) return refuse('conflict', 'last-day-not-passed');
  const day = lastDayOf(order) ?? null;
  // Its own last day has come, whether or not anybody wished for it: that was the municipality's decision.
  const decided = { at, by, cause: 'DECISION', permittedAt: at, before: order.ending?.before ?? order.state } as const;
  const known = order.ending?.permittedAt === undefined ? { ...order.ending, ...decided } : order.ending;
  const ending = known.ownTo === undefined ? { ...known, ownTo: order.to } : known;
  return accept({
    ...order,
    state: 'closed',
    to: day,
    ending: { ...ending, lastDay: day ?? undefined },
    closed: { at, by },
  });
}

/** What the provider still owes once the order ends, and what was reported and waits to be read. */
const outlives: readonly DeadlineCode[] = ['D15', 'D25'];
export const outlivedBy = ({ code }: Deadline): boolean => !outlives.includes(code);
