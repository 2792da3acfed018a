import {
  dateOf,
  type Instant,
  type LocalDate,
  plusDays,
  plusMinutes,
  swedishDate,
  swedishInstant,
} from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { nextWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, lastDayOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import { minutesIn } from '../../../shared/packs/duration.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { ruleOf } from '../../../shared/packs/routine-rules.ts';
import { switchRules } from '../requesting/switch-rules.ts';

/** What is known of a switch so far. */
export type SwitchMessages = {
  /** When the leaving and the joining provider were told. */
  readonly outAt: Instant;
  readonly inAt: Instant;
  /** When the customer told the officer, if it is known. */
  readonly customerAt?: Instant;
  /** The day that was chosen, if one has been. */
  readonly date?: LocalDate;
};

type SwitchWarning = 'NOT_SIMULTANEOUS' | 'TOLD_LATE' | 'OUTSIDE_WINDOW';

/** The days on which the switch may take place, both included, and what was not as the routine wants it. */
export type SwitchWindow = {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  readonly warnings: readonly SwitchWarning[];
  readonly why: readonly Why[];
};

type Remark = Why & { readonly warning: SwitchWarning };

/** Both providers are told at the same time, where the pack asks for it (S-44, A24). */
function apart(first: Instant, later: Instant, pack: Pack): Remark[] {
  const most = pack.params['switch.simultaneity'];
  if (most === 'OFF' || later <= plusMinutes(first, minutesIn(most))) return [];
  const text = `Utförarna meddelades ${swedishInstant(first)} och ${swedishInstant(later)}, inte vid samma tidpunkt.`;
  return [{ warning: 'NOT_SIMULTANEOUS', rule: givenRule('S-44', pack), text }];
}

/** The last day for telling the providers, after the day on which the customer told the officer, with its rule. */
export function lastDayToTell(told: LocalDate, pack: Pack): { day: LocalDate; rule: string } {
  const rule = ruleOf(switchRules(pack).tellBy);
  switch (pack.params['switch.notifyDay']) {
    case 'SAME_CALENDAR':
      return { day: told, rule };
    case 'NEXT_CALENDAR':
      return { day: plusDays(told, 1), rule };
    case 'NEXT_VARDAG':
      return { day: nextWorkingDay(told, vardagar(pack)), rule: 'A21' };
  }
}

function toldLate(customerAt: Instant | undefined, later: Instant, pack: Pack): Remark[] {
  if (!customerAt) return [];
  const { day, rule } = lastDayToTell(dateOf(customerAt), pack);
  if (later <= endOfLimit(day, pack)) return [];
  const text = `Utförarna skulle ha meddelats senast ${swedishDate(day)} men meddelades ${swedishInstant(later)}.`;
  return [{ warning: 'TOLD_LATE', rule, text }];
}

/**
 * When a switch of provider may take place, from the day on which the later of the two providers was told, which is day
 * 0 (L-61 to L-63; S-43, S-44, S-56, S-57; A20–A24). Warnings never stop it: work goes on and the mark is kept.
 */
export function switchWindow(
  { outAt, inAt, customerAt, date }: SwitchMessages,
  pack: Pack,
): Result<SwitchWindow, 'pack-without-switch' | 'customer-message-missing'> {
  if (!pack.modules.includes('switches')) return refuse('invalid', 'pack-without-switch');
  const { params } = pack;
  const [first, later] = outAt < inAt ? [outAt, inAt] : [inAt, outAt];
  const counted = params['switch.countFrom'] === 'CUSTOMER_TOLD' ? customerAt : later;
  if (!counted) return refuse('invalid', 'customer-message-missing');

  const dayZero = dateOf(counted);
  const earliest = plusDays(dayZero, params['switch.minDays']);
  const latest = lastDayOfLimit(plusDays(dayZero, params['switch.maxDays']), pack);
  const outside: Remark[] =
    date !== undefined && (date < earliest || date > latest)
      ? [{ warning: 'OUTSIDE_WINDOW', rule: 'A23', text: `${swedishDate(date)} ligger utanför fönstret.` }]
      : [];
  const remarks = [...apart(first, later, pack), ...toldLate(customerAt, later, pack), ...outside];
  const span = `${params['switch.minDays']}–${params['switch.maxDays']} dagar från ${swedishDate(dayZero)}`;
  return accept({
    earliest,
    latest,
    warnings: remarks.map(({ warning }) => warning),
    why: [
      {
        rule: switchRules(pack).window,
        text: `Bytet sker ${span}: ${swedishDate(earliest)} till ${swedishDate(latest)}.`,
      },
      ...remarks.map(({ rule, text }) => ({ rule, text })),
    ],
  });
}
