import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Derived } from '../../../shared/domain/why.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { type ConfirmLimit, confirmLimit } from './confirm-limit.ts';
import { notBefore, sameDay, startLimit } from './start-limit.ts';

/** What an order's limits depend on. */
export type OrderFacts = {
  readonly kind: ProviderKind;
  /** When the order was sent, distributed, or the provider contacted: the event that the pack counts from (A10). */
  readonly sentAt: Instant;
  readonly confirmedAt?: Instant;
  readonly urgent: boolean;
  /** The order's first day; today when it is not said. */
  readonly firstDay?: LocalDate;
  /** What happened at `sentAt`, in words, where that is not the pack's own event. */
  readonly event?: string | undefined;
};

/** The instants up to which each step is in time; absent where the routine asks for no such step. */
export type OrderLimits = ConfirmLimit & {
  readonly startDue: Derived<Instant>;
  /** Soft: an urgent order should start the same day (L-14, A05). */
  readonly urgentDue?: Derived<Instant>;
};

/** Every limit that an order sets as it is sent (L-12, L-13, L-14; S-12, S-28, S-31). */
export function orderLimits(order: OrderFacts, pack: Pack): Result<OrderLimits, 'pack-without-clock'> {
  const from = pack.params['start.from'] === 'confirmedAt' ? (order.confirmedAt ?? order.sentAt) : order.sentAt;
  const start = startLimit(from, order.kind, pack, order.event);
  if (!start.ok) return start;
  const sentOn = dateOf(order.sentAt);
  const firstDay = order.firstDay ?? sentOn;
  const isSameDay = order.urgent && firstDay <= sentOn && pack.params['urgent.sameDay'] === 'SOFT';
  return accept({
    ...confirmLimit(order, pack),
    startDue: notBefore(firstDay, order.sentAt, { value: start.value.due, why: start.value.why }, pack),
    ...(isSameDay ? { urgentDue: sameDay(order.sentAt, pack) } : {}),
  });
}
