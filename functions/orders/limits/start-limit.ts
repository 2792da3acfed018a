import {
  dateOf,
  endOfDay,
  type Instant,
  type LocalDate,
  swedishDate,
  swedishInstant,
} from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Derived, Why } from '../../../shared/domain/why.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import type { ClockEvent, Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { ruleOf } from '../../../shared/packs/routine-rules.ts';
import { dygnInWords, plusDygn } from './dygn.ts';
import { shiftOf } from './late-hour.ts';

/** When the start limit begins to count and when it is reached; `literalDue` is the limit without any shift (A06). */
export type StartLimit = {
  readonly clockStart: Instant;
  readonly due: Instant;
  readonly literalDue: Instant;
  readonly why: readonly Why[];
};

/** The event that the limit counts from (A10), in Swedish. */
const events: Record<ClockEvent, string> = {
  SENT: 'Beställningen skickades',
  DISTRIBUTED: 'Uppdraget fördelades',
  CONTACTED: 'Utföraren kontaktades',
};

/** Says aloud that a weekend is not shifted under the literal reading, since the result looks odd beside a Friday's. */
const literalWeekend = (date: LocalDate, pack: Pack): Why[] =>
  pack.params['cutoff.enabled'] && !isWorkingDay(date, vardagar(pack))
    ? [
        {
          rule: 'A08',
          text: `Dagen är ingen vardag, men bara tid efter kl. ${pack.params['cutoff.time']} flyttas: den räknas genast.`,
        },
      ]
    : [];

/**
 * When the provider must have started, counted from the event that the pack names for its kind: distribution,
 * contact or sending (L-13, S-12, S-31; A02–A11). Once started the limit runs over nights and weekends (A09).
 */
export function startLimit(
  at: Instant,
  kind: ProviderKind,
  pack: Pack,
  event?: string,
): Result<StartLimit, 'pack-without-clock'> {
  const rules = pack.rules.orders?.[kind];
  if (!pack.clock || !rules) return refuse('invalid', 'pack-without-clock');
  const shift = shiftOf(at, rules.lateHour, pack);
  const clockStart = shift?.to ?? at;
  const due = plusDygn(clockStart, pack);
  return accept({
    clockStart,
    due,
    literalDue: plusDygn(at, pack),
    why: [
      { rule: ruleOf(rules.startBy), text: `${event ?? events[pack.clock[kind]]} ${swedishInstant(at)}.` },
      ...(shift ? [{ rule: shift.rule, text: `${shift.text}: ${swedishInstant(clockStart)}.` }] : []),
      ...(shift ? [] : literalWeekend(dateOf(at), pack)),
      { rule: 'A03', text: `Därifrån räknas ${dygnInWords(pack)}: senast ${swedishInstant(due)}.` },
    ],
  });
}

/** An urgent order should be begun the same day (L-14, A05); soft. */
export const sameDay = (sentAt: Instant, pack: Pack): Derived<Instant> => ({
  value: endOfDay(dateOf(sentAt)),
  why: [
    {
      rule: givenRule('L-14', pack),
      text: `Akut: bör påbörjas samma dag, ${swedishDate(dateOf(sentAt))} till kl. 24:00.`,
    },
  ],
});

/**
 * Nobody can have begun before the first day that the officer ordered: when it lies ahead, that is the instruction to
 * start later (S-14, A04), and the day's end is the limit unless the dygn ends later still.
 */
export function notBefore(firstDay: LocalDate, sentAt: Instant, due: Derived<Instant>, pack: Pack): Derived<Instant> {
  const dayEnd = endOfDay(firstDay);
  if (firstDay <= dateOf(sentAt) || dayEnd <= due.value) return due;
  const text = `Beställd från ${swedishDate(firstDay)}: starten ska ske senast den dagen, till kl. 24:00.`;
  return { value: dayEnd, why: [...due.why, { rule: givenRule('S-14', pack), text }] };
}
