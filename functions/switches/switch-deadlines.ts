import { begin, type Deadline, type DeadlineCode } from '../../shared/domain/deadline.ts';
import { kindOf } from '../../shared/domain/deadline-kinds.ts';
import {
  dateOf,
  type Instant,
  instantAt,
  type LocalDate,
  plusDays,
  swedishDate,
} from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { endOfLimit, hourOfLimit, lastDayOfLimit } from '../../shared/packs/calendars.ts';
import { givenRule } from '../../shared/packs/own-rules.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { lastDayToTell, type SwitchWindow } from './date/switch-window.ts';
import { switchRules } from './requesting/switch-rules.ts';
import type { Switch } from './switch.ts';

type Subject = Pick<Switch, 'id' | 'caseNo' | 'leavingId' | 'joiningId' | 'officerId'>;
type What = {
  readonly rule?: string;
  readonly day: LocalDate;
  readonly text: string;
  readonly remindAt?: Instant | undefined;
};

const waiting = (of: Subject, code: DeadlineCode, { day, text, ...what }: What, pack: Pack): Deadline => {
  const { remindAt } = what;
  const rule = givenRule(what.rule ?? kindOf(code).rule, pack);
  return begin(code, {
    rule,
    subject: {
      kind: 'switch',
      switchId: of.id,
      caseNo: of.caseNo,
      providerId: of.leavingId,
      joiningId: of.joiningId,
      officerId: of.officerId,
    },
    dueAt: endOfLimit(day, pack),
    remindAt,
    why: [{ rule, text: `${text} senast ${swedishDate(day)} kl. ${hourOfLimit(pack)}.` }],
  });
};

/**
 * When the officer must have told both providers: hard by the next day in one routine (D18, L-61), softly on the same
 * day in another (D20, S-43).
 */
export function tellingDue(of: Subject & Pick<Switch, 'toldAt'>, pack: Pack): Deadline {
  const { day, rule } = lastDayToTell(dateOf(of.toldAt), pack);
  return waiting(of, switchRules(pack).tellBy, { rule, day, text: 'Båda utförarna meddelas' }, pack);
}

/** Days after both were told on which the date should be known, and on which its absence is reminded of (D09, N29). */
const knownWithin = 12;
const remindedAfter = 7;

/** The end of the window that the switch takes place in (D19, L-62, L-63; D21, S-56), and its date softly before (D09, S-54). */
export function windowDue(
  of: Subject,
  window: Pick<SwitchWindow, 'earliest' | 'latest'>,
  pack: Pack,
): readonly Deadline[] {
  const dayZero = plusDays(window.earliest, -pack.params['switch.minDays']);
  const known = lastDayOfLimit(plusDays(dayZero, Math.min(knownWithin, pack.params['switch.maxDays'])), pack);
  const remindOn = plusDays(dayZero, remindedAfter);
  return [
    waiting(of, switchRules(pack).switchBy, { day: window.latest, text: 'Bytet äger rum' }, pack),
    waiting(
      of,
      'D09',
      {
        day: known,
        text: 'Datum för övertagandet meddelas',
        ...(remindOn < known ? { remindAt: instantAt(remindOn, '07:00') } : {}),
      },
      pack,
    ),
  ];
}

/** How long before its day the leaving provider is reminded of its papers. */
const papersRemindedBefore = 7;

/**
 * What does not go over to the joining provider goes to the officer (D15, L-53, L-65): 14 days from the day of the
 * switch (A54). About the order, or about the case where the provider had it from before the system.
 */
export function documentsDue(of: Subject, order: Order | undefined, on: LocalDate, pack: Pack): Deadline {
  const days = pack.params['documentation.returnDays'];
  const day = lastDayOfLimit(plusDays(on, days), pack);
  const { caseNo, officerId, leavingId: providerId } = of;
  const remindOn = plusDays(day, -papersRemindedBefore);
  const text = `Bytet sker ${swedishDate(on)}; det som inte förs över till den nya utföraren lämnas till handläggaren inom ${days} dagar, senast ${swedishDate(day)}.`;
  return begin('D15', {
    subject: order
      ? { kind: 'order', orderId: order.id, caseNo, providerId, officerId }
      : { kind: 'case', caseNo, officerId, providerId, ref: of.id },
    dueAt: endOfLimit(day, pack),
    ...(remindOn > on ? { remindAt: instantAt(remindOn, '08:00') } : {}),
    why: [{ rule: 'A54', text }],
  });
}
