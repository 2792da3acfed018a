import { dateOf, type Instant, type LocalDate, plusDays, plusMonths } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { earlierOf, isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { closedAgain } from './unclosed.ts';

type Ending = NonNullable<Order['ending']>;

/** A death as it is told: the day of it, by whom and when. */
export type Death = {
  readonly on: LocalDate;
  readonly by: string;
  readonly at: Instant;
  /** The orders that end with it. */
  readonly diedWith: readonly string[];
};

export const isDead = ({ ending }: Pick<Order, 'ending'>): boolean => ending?.cause === 'DEATH';

/**
 * The one gate of all that gives a customer help, more of it or later: nobody who has died gets any (L-49, L-59). A death
 * told by mistake is undone first.
 */
export const whileAlive = (order: Order): Result<undefined, 'customer-dead'> =>
  isDead(order) ? refuse('conflict', 'customer-dead') : accept(undefined);

/** The order as it was before the death was told, and as it would be had nobody told it; what was reported since is kept. */
export function withoutDeath(order: Order): Order {
  const { ending, closed: _, ...rest } = order;
  if (ending?.cause !== 'DEATH') return order;
  const { before, earlier, closedBefore, ownTo } = ending;
  const to = ownTo === undefined ? order.to : ownTo;
  if (!earlier) return { ...rest, to, state: before };
  const known = { ...earlier, before };
  return closedBefore
    ? { ...rest, to: earlier.lastDay ?? to, state: 'closed', ending: known, closed: closedBefore }
    : { ...rest, to, state: 'ending', ending: known };
}

/** The officer's own end on the very day of the death was the death's, before it was told: it takes no day from L-48. */
const isDeathsOwn = ({ ending }: Order, on: LocalDate): boolean =>
  ending?.cause === 'DECISION' && ending.lastDay === on;

/** The order's own last day, whatever end has been put over it. */
const ownToOf = ({ ending, closed, to }: Order): LocalDate | null => {
  if (ending?.ownTo !== undefined) return ending.ownTo;
  return closed ? null : to;
};

/** What was granted up to, as it had been decided before the death; a death shrinks none of it (A66). */
export function decidedTo(living: Order, on: LocalDate): LocalDate | null {
  return isDeathsOwn(living, on) ? ownToOf(living) : (lastDayOf(living) ?? null);
}

/** Closed before the death was told, but not before it: its last days are judged by it as those of any other (A27). */
const livedOn = (living: Order, on: LocalDate): boolean =>
  living.closed !== undefined && (lastDayOf(living) ?? living.from) >= on;

/** The day after the death, and where care that has begun was decided to begin later than that, its first. */
const lastDayAfter = (on: LocalDate, { from }: { readonly from: LocalDate }, toldOn: LocalDate): LocalDate => {
  const last = plusDays(on, 1);
  return last < from && from <= toldOn ? from : last;
};

/**
 * The order ends with the day after the death (L-48), or with the day that had been decided before where that is
 * earlier, whenever it is told (A27). Told again of another day it is as if only that had been told. One that had been
 * closed meanwhile, by a switch or its provider's end, is closed again by it.
 */
export function dies(order: Order, { on, by, at, diedWith }: Death): Result<Order, 'order-closed'> {
  const living = withoutDeath(order);
  if (isOver(living) && !livedOn(living, on)) return refuse('conflict', 'order-closed');
  const { ending: known, closed, ...rest } = living;
  const ending: Ending = {
    // What the first telling put to rest is known by its time; the clock looks from the latest.
    ...{ at: order.ending && isDead(order) ? order.ending.at : at, by, cause: 'DEATH', permittedAt: at, diedOn: on },
    before: known?.before ?? living.state,
    lastDay: earlierOf(decidedTo(living, on) ?? undefined, lastDayAfter(on, living, dateOf(at))),
    ownTo: ownToOf(living),
    ...(known ? { earlier: known } : {}),
    ...(closed ? { closedBefore: closed } : {}),
    diedWith: [...diedWith],
  };
  const dying: Order = { ...rest, to: ownToOf(living), state: 'ending', ending };
  return accept(closed && !isDeathsOwn(living, on) ? closedAgain(dying, { at, by }) : dying);
}

/** The day of the death that the order knows; older ones say only its last day paid. */
export const dayOfDeath = ({ ending }: Order): LocalDate | undefined =>
  ending?.cause === 'DEATH' ? (ending.diedOn ?? (ending.lastDay && plusDays(ending.lastDay, -1))) : undefined;

/**
 * A day so long before the order that it is a slip of the pen: whoever help was decided for lived then, or had lately.
 * Nobody's date of birth is opened for it.
 */
export const isLongBefore = ({ from, placedAt }: Order, on: LocalDate): boolean =>
  on < plusMonths(earlierOf(from, dateOf(placedAt)), -12);
