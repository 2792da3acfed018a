import type { Deadline, DeadlineCode } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { earlierOf, isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

type Ending = NonNullable<Order['ending']>;
type By = { readonly by: string; readonly at: Instant };

/** How an order is to end. Without `lastDay` it is a wish that an officer has yet to verify (L-70, L-71). */
export type End = By & {
  readonly cause: Ending['cause'];
  readonly lastDay?: LocalDate;
  readonly wishedOn?: LocalDate;
};

/** The last day that counts: after a death a later report never extends it (L-49, A27). */
function lastDay(order: Order, end: End): LocalDate | undefined {
  if (end.lastDay === undefined) return undefined;
  return end.cause === 'DEATH' ? earlierOf(lastDayOf(order), end.lastDay) : end.lastDay;
}

/**
 * What may be put over an ending that is there: a death over anything, nothing but a death over a death, no wish over
 * anything, and no officer's own day over one that a switch or the end of a provider has settled with others.
 */
function mayFollow(known: Ending, { cause, lastDay: day }: End): boolean {
  if (cause === 'DEATH') return true;
  if (known.cause === 'DEATH' || day === undefined) return false;
  return cause !== 'DECISION' || known.cause === 'WISH' || known.cause === 'DECISION';
}

/**
 * The order is ending: by wish, death, switch, the provider's own end, or the municipality's decision. With a last day
 * it may be closed once that has passed (L-72); only a wish has none. The state to go back to is the first ending's.
 */
export function endBy(order: Order, end: End): Result<Order, 'order-closed' | 'order-ending'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  const known = order.ending;
  if (known && !mayFollow(known, end)) return refuse('conflict', 'order-ending');
  const day = lastDay(order, end);
  const ending: Ending = {
    at: end.at,
    by: end.by,
    cause: end.cause,
    before: known?.before ?? order.state,
    ...(end.wishedOn ? { wishedOn: end.wishedOn } : {}),
    ...(day ? { permittedAt: end.at, lastDay: day } : {}),
  };
  return accept({ ...order, state: 'ending', ending });
}

/** What the provider still owes once the order ends, and what was reported and waits to be read. */
const outlives: readonly DeadlineCode[] = ['D15', 'D25', 'D47'];
export const outlivedBy = ({ code }: Deadline): boolean => !outlives.includes(code);
