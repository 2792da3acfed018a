import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Instant, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Derived } from '../../../shared/domain/why.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { deadlinesOf, neededStart } from '../limits/order-deadlines.ts';
import { orderLimits } from '../limits/order-limits.ts';

/** What an order is made of: to whom, what and from when, how the provider got it, and how soon. */
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

/**
 * The time by which help begins: a later one that was agreed before the clock ran holds (S-14), and so does the earlier
 * one by which an urgent order is needed (S-16).
 */
function startDue({ deferral }: Order, limit: Derived<Instant>): Derived<Instant> {
  if (!deferral || deferral.until <= limit.value) return limit;
  const text = `Senare start är redan överenskommen: senast ${swedishInstant(deferral.until)}.`;
  return { value: deferral.until, why: [...limit.why, { rule: 'S-14', text }] };
}

const earliest = (one: Instant, other: Instant | undefined): Instant =>
  other !== undefined && other < one ? other : one;

/** The clock of an order begins to run: it was sent or distributed (L-10, S-08), or its provider contacted (S-23, A10). */
export function startClock(
  order: Order,
  kind: ProviderKind,
  at: Instant,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  const limits = orderLimits({ kind, sentAt: at, urgent: order.urgent, firstDay: order.from }, pack);
  if (!limits.ok) return limits;
  const { confirmDue } = limits.value;
  const due = startDue(order, limits.value.startDue);
  const running: Order = {
    ...order,
    ...(confirmDue ? { confirmBy: confirmDue.value } : {}),
    startBy: order.deferral ? due.value : earliest(due.value, order.startBy),
  };
  const deadlines = deadlinesOf(running, { ...limits.value, startDue: due }, kind, pack);
  return accept({ order: running, deadlines });
}

/**
 * The start limit counted again from the confirmation, where the routine counts from it (A04); a later start is kept.
 */
export function fromConfirmation(
  order: Order,
  kind: ProviderKind,
  pack: Pack,
): Result<Derived<Instant> | undefined, 'pack-without-clock'> {
  if (pack.params['start.from'] !== 'confirmedAt' || !order.confirmed || order.deferral) return accept(undefined);
  const facts = { kind, sentAt: order.placedAt, confirmedAt: order.confirmed.at, urgent: false, firstDay: order.from };
  const limits = orderLimits(facts, pack);
  return limits.ok ? accept(limits.value.startDue) : limits;
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
  const placed: Order = { ...given, state: 'placed', ...(neededBy === undefined ? {} : { startBy: neededBy }) };
  const needed = neededBy === undefined ? [] : [neededStart(placed, neededBy)];
  if (pack.clock[kind] === 'CONTACTED') return accept({ order: placed, deadlines: needed });
  const running = startClock(placed, kind, given.placedAt, pack);
  return running.ok
    ? accept({ order: running.value.order, deadlines: [...running.value.deadlines, ...needed] })
    : running;
}

/** The limit that the order itself sets, as if nobody had agreed on another start; none before its clock runs. */
export function ownLimit(order: Order, kind: ProviderKind, pack: Pack): Instant | undefined {
  const sentAt = pack.clock?.[kind] === 'CONTACTED' ? order.contact?.at : order.placedAt;
  const limits = sentAt === undefined ? undefined : orderLimits({ kind, sentAt, urgent: order.urgent }, pack);
  return limits?.ok ? limits.value.startDue.value : undefined;
}
