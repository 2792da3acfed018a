import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Pack, ProviderKind } from '../../shared/packs/pack.ts';
import { deadlinesOf, neededStart } from './order-deadlines.ts';
import { orderLimits } from './order-limits.ts';

/** What an order is made of: to whom, what and from when, how the provider came to have it, and how soon. */
export type OrderGiven = Pick<
  Order,
  | ('id' | 'caseNo' | 'providerId' | 'officerId' | 'services' | 'from' | 'to')
  | ('placedAt' | 'urgent' | 'choice' | 'healthCareEnrolled')
> & {
  readonly kind: ProviderKind;
  /** When the help of an urgent order is needed (S-16). */
  readonly neededBy?: Instant;
};

/** An order with what it waits for. */
export type OrderWithDeadlines = { readonly order: Order; readonly deadlines: readonly Deadline[] };

/** The clock of an order begins to run: it was sent or distributed (L-10, S-08), or its provider contacted (S-23, A10). */
export function startClock(
  order: Order,
  kind: ProviderKind,
  at: Instant,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  const limits = orderLimits({ kind, sentAt: at, urgent: order.urgent, firstDay: order.from }, pack);
  if (!limits.ok) return limits;
  const { confirmDue, startDue } = limits.value;
  const running = { ...order, ...(confirmDue ? { confirmBy: confirmDue.value } : {}), startBy: startDue.value };
  return accept({ order: running, deadlines: deadlinesOf(running, limits.value, kind, pack) });
}

/**
 * A new order and its deadlines. Where the clock begins with the contact (S-31) there are none yet but the time by
 * which an urgent one is needed.
 */
export function orderOf(
  { kind, neededBy, ...given }: OrderGiven,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  if (!pack.clock) return refuse('invalid', 'pack-without-clock');
  const placed: Order = { ...given, state: 'placed' };
  const needed = neededBy === undefined ? [] : [neededStart(placed, neededBy)];
  if (pack.clock[kind] === 'CONTACTED') return accept({ order: placed, deadlines: needed });
  const running = startClock(placed, kind, given.placedAt, pack);
  return running.ok
    ? accept({ order: running.value.order, deadlines: [...running.value.deadlines, ...needed] })
    : running;
}
