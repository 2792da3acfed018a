import type { Deadline, DeadlineCode } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

type Ending = NonNullable<Order['ending']>;
type By = { readonly by: string; readonly at: Instant };

/** How an order is to end. Without `lastDay` it is a wish that an officer has yet to verify (L-70, L-71). */
export type End = By & {
  readonly cause: Ending['cause'];
  readonly lastDay?: LocalDate;
  readonly wishedOn?: LocalDate;
  /** The day on which personal assistance begins, where that is why (H-06). */
  readonly assistanceOn?: LocalDate;
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
export function endBy(order: Order, end: End): Result<Order, 'order-closed' | 'order-taken-back' | 'order-ending'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  const known = order.ending;
  if (known && !mayFollow(known, end)) return refuse('conflict', 'order-ending');
  const ending: Ending = {
    at: end.at,
    by: end.by,
    cause: end.cause,
    before: known?.before ?? order.state,
    ...(end.wishedOn ? { wishedOn: end.wishedOn } : {}),
    ...(end.assistanceOn ? { assistanceOn: end.assistanceOn } : {}),
    ...(end.lastDay ? { permittedAt: end.at, lastDay: end.lastDay } : {}),
  };
  return accept({ ...order, state: 'ending', ending });
}

/** A decided end is undone (L-72): the order is what it was before it, on its own days. */
export function takeBackEnd(
  order: Order,
): Result<Order, 'order-closed' | 'order-taken-back' | 'customer-dead' | 'no-end-decided'> {
  if (order.ending?.cause === 'DEATH') return refuse('conflict', 'customer-dead');
  if (isOver(order)) return refuse('conflict', overCode(order));
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

/** What the provider still owes once the order ends, and what was reported and waits to be read. */
const outlives: readonly DeadlineCode[] = ['D15', 'D25', 'D47'];
export const outlivedBy = ({ code }: Deadline): boolean => !outlives.includes(code);
