import {
  dateOf,
  endOfDay,
  type Instant,
  type LocalDate,
  plusMinutes,
  swedishDate,
  swedishInstant,
} from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Derived } from '../../../shared/domain/why.ts';
import { minutesIn } from '../../../shared/packs/duration.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { ruleOf } from '../../../shared/packs/routine-rules.ts';
import { dygnInWords, plusDygn } from './dygn.ts';
import { startLimit } from './start-limit.ts';

/** What an order's limits depend on. */
export type OrderFacts = {
  readonly kind: ProviderKind;
  /** When the order was sent, distributed, or the provider contacted: the event that the pack counts from (A10). */
  readonly sentAt: Instant;
  readonly confirmedAt?: Instant;
  readonly urgent: boolean;
  /** The order's first day; today when it is not said. */
  readonly firstDay?: LocalDate;
};

/** The instants up to which each step is in time; absent where the routine asks for no such step. */
export type OrderLimits = {
  readonly confirmDue?: Derived<Instant>;
  readonly remindAt?: Derived<Instant>;
  readonly startDue: Derived<Instant>;
  /** Soft: an urgent order should start the same day (L-14, A05). */
  readonly urgentDue?: Derived<Instant>;
};

/** Receipt is confirmed within a dygn (L-12); 24 hours in the pack means the dygn as the pack reads it (A03). */
function confirmation({ kind, sentAt }: OrderFacts, pack: Pack): Pick<OrderLimits, 'confirmDue' | 'remindAt'> {
  const code = pack.rules.orders?.[kind].confirmBy;
  if (code === undefined) return {};
  const within = minutesIn(pack.params['confirm.within']);
  const due = within === 24 * 60 ? plusDygn(sentAt, pack) : plusMinutes(sentAt, within);
  const span = within === 24 * 60 ? dygnInWords(pack) : `${within} minuter`;
  const remindAt = plusMinutes(sentAt, minutesIn(pack.params['confirm.reminderAfter']));
  const rule = ruleOf(code);
  return {
    confirmDue: {
      value: due,
      why: [
        { rule, text: `Mottagandet bekräftas inom ${span} från ${swedishInstant(sentAt)}: ${swedishInstant(due)}.` },
      ],
    },
    remindAt: {
      value: remindAt,
      why: [{ rule: 'A02', text: `”Snarast”: utan bekräftelse påminns utföraren ${swedishInstant(remindAt)}.` }],
    },
  };
}

const sameDay = (sentAt: Instant): Derived<Instant> => ({
  value: endOfDay(dateOf(sentAt)),
  why: [{ rule: 'L-14', text: `Akut: bör påbörjas samma dag, ${swedishDate(dateOf(sentAt))} till kl. 24:00.` }],
});

/**
 * Nobody can have begun before the first day that the officer ordered: when it lies ahead, that is the instruction to
 * start later (S-14, A04), and the day's end is the limit unless the dygn ends later still.
 */
function notBefore(firstDay: LocalDate, sentAt: Instant, due: Derived<Instant>): Derived<Instant> {
  const dayEnd = endOfDay(firstDay);
  if (firstDay <= dateOf(sentAt) || dayEnd <= due.value) return due;
  const text = `Beställd från ${swedishDate(firstDay)}: starten ska ske senast den dagen, till kl. 24:00.`;
  return { value: dayEnd, why: [...due.why, { rule: 'S-14', text }] };
}

/** Every limit that an order sets as it is sent (L-12, L-13, L-14; S-12, S-28, S-31). */
export function orderLimits(order: OrderFacts, pack: Pack): Result<OrderLimits, 'pack-without-clock'> {
  const from = pack.params['start.from'] === 'confirmedAt' ? (order.confirmedAt ?? order.sentAt) : order.sentAt;
  const start = startLimit(from, order.kind, pack);
  if (!start.ok) return start;
  const sentOn = dateOf(order.sentAt);
  const firstDay = order.firstDay ?? sentOn;
  const isSameDay = order.urgent && firstDay <= sentOn && pack.params['urgent.sameDay'] === 'SOFT';
  return accept({
    ...confirmation(order, pack),
    startDue: notBefore(firstDay, order.sentAt, { value: start.value.due, why: start.value.why }),
    ...(isSameDay ? { urgentDue: sameDay(order.sentAt) } : {}),
  });
}
