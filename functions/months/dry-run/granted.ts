import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import { roundHalfUp } from '../minutes.ts';
import { countDays, type DaySet, daysWithin, holds, lastDayIn, lengthOf, noDays } from './day-set.ts';

type Dated = { readonly from?: LocalDate | null; readonly to?: LocalDate | null };

/** One entry of a service: an increase is a second entry of the same code, from its day. */
export type ServiceInMonth = Dated & { readonly code: string; readonly minutesPerMonth: number };

/** A case at one provider; `to` is the last day served. */
export type CaseInMonth = Dated & {
  readonly caseNo: string;
  readonly services: readonly ServiceInMonth[];
  /** What the municipality itself knows of the customer. */
  readonly known?: readonly KnownFact[];
  /** Whether a greater need was reported in the month in another way than by the form (L-45). */
  readonly needIsTold?: boolean;
};

/** The days of the month on which the provider has the case. */
export const caseDays = (one: Dated, month: Month): DaySet => daysWithin(month, one.from, one.to);

/** The days of the month that both the entry's own dates and the case's allow. */
export const serviceDays = (service: Dated, one: Dated, month: Month): DaySet =>
  daysWithin(month, service.from, service.to) & caseDays(one, month);

/** A case in force on no day of the month is left out of it. */
export const inForce = (one: Dated, month: Month): boolean => caseDays(one, month) !== noDays;

/**
 * Granted minutes of the month (L-38): each entry by its days in force over the month's days, the sum rounded half
 * up once. Without `proRata` whole months: of each code what is in force on the code's last day in the month.
 */
export function grantedMinutes(one: CaseInMonth, month: Month, proRata: boolean): number {
  if (proRata) {
    const minuteDays = one.services.reduce(
      (sum, service) => sum + service.minutesPerMonth * countDays(serviceDays(service, one, month)),
      0,
    );
    return roundHalfUp(minuteDays, lengthOf(month));
  }
  const entries = one.services.map((service) => ({ ...service, days: serviceDays(service, one, month) }));
  const lastDays = new Map<string, number>();
  for (const { code, days } of entries) lastDays.set(code, Math.max(lastDays.get(code) ?? 0, lastDayIn(days)));
  return entries
    .filter(({ code, days }) => days !== noDays && holds(days, lastDays.get(code) ?? 0))
    .reduce((sum, entry) => sum + entry.minutesPerMonth, 0);
}
