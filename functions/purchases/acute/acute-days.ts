import {
  dateOf,
  daysBetween,
  endOfDay,
  type Instant,
  type LocalDate,
  plusDays,
} from '../../../shared/domain/local-time.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';

type Begun = Pick<Purchase, 'mode' | 'begun' | 'ended' | 'convertedAt'>;

/** The day of the first visit of acute help, or of what was acute before it was planned for. */
export const firstVisitOn = ({ begun }: Pick<Purchase, 'begun'>): LocalDate | undefined =>
  begun && dateOf(begun.visitAt);

/** The days of acute help as people count them (H-28, A20, A40). */
export type AcuteDays = {
  readonly firstVisit: LocalDate;
  /** The first visit's day is 1, whether or not there is a visit on each. */
  readonly day: number;
  readonly warnOn: LocalDate;
  /** The day on which help has lasted longer than the routine lets it alone. */
  readonly followUpDue: LocalDate;
  /** By when the agreement is signed afterwards (H-30, A41), and when both are reminded of it. */
  readonly agreementBy: LocalDate;
  readonly remindOn: LocalDate;
};

/**
 * Calendar days from the first visit, which is day 1: a warning on day 12, and on day 15 it has lasted more than 14 days
 * (H-28, E43). Undefined for help that has not begun, or that is planned.
 */
export function acuteDays(
  purchase: Pick<Purchase, 'mode' | 'begun'>,
  today: LocalDate,
  { acute, params }: Pick<BuyingPack, 'acute' | 'params'>,
): AcuteDays | undefined {
  const firstVisit = firstVisitOn(purchase);
  if (!acute || purchase.mode !== 'ACUTE' || firstVisit === undefined) return undefined;
  const onDay = (day: number): LocalDate => plusDays(firstVisit, day - 1);
  const within = params.retroAgreementWithin;
  return {
    firstVisit,
    day: daysBetween(firstVisit, today) + 1,
    warnOn: onDay(acute.followUp.warnDay),
    followUpDue: onDay(acute.followUp.day),
    agreementBy: plusDays(firstVisit, within),
    remindOn: plusDays(firstVisit, Math.floor(within / 2)),
  };
}

/** Whether both managers are to decide now: it goes on, and the day has come. What ended before is left alone (E43). */
export function isFollowUpDue(purchase: Begun, now: Instant, pack: Pick<BuyingPack, 'acute' | 'params'>): boolean {
  if (purchase.ended || purchase.convertedAt !== undefined) return false;
  const days = acuteDays(purchase, dateOf(now), pack);
  return days !== undefined && days.followUpDue <= dateOf(now);
}

/** Since when the agreement that is signed afterwards is late (H-30); help goes on, and only the basis waits. */
export const isAgreementLate = ({ agreementBy }: Pick<AcuteDays, 'agreementBy'>, now: Instant): boolean =>
  now >= endOfDay(agreementBy);
