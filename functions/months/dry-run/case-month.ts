import type { Month } from '../../../shared/domain/local-date.ts';
import { roundHalfUp } from '../minutes.ts';
import type { ByteNames } from './byte-names.ts';
import { countDays, type DaySet, noDays } from './day-set.ts';
import { type DeviationDays, deviationDays, noDeviations } from './deviation-days.ts';
import type { Deviation } from './deviation-form.ts';
import { type CaseInMonth, caseDays, grantedMinutes, serviceDays } from './granted.ts';

/** A case as the month finds it: what was decided and what was reported of it, on the month's days. */
export type CaseMonth = DeviationDays & {
  readonly caseNo: string;
  readonly granted: number;
  /** Granted minutes of the days on which a visit may be paid: what a faulty basis falls back on (L-44, A67). */
  readonly fallBack: number;
  /** Days in force within a stay or a planned absence. */
  readonly absenceDays: number;
  /** By service number: the days on which the case and an entry of the service are in force. */
  readonly services: ReadonlyMap<number, DaySet>;
  /** Whether a row of the form names the case and cannot be read. */
  readonly formRowUnread: boolean;
};

/** What the month's form says, by case. */
export type FormOfMonth = {
  readonly byCase: ReadonlyMap<string, readonly Deviation[]>;
  readonly unread: ReadonlySet<string>;
};

/** Puts one case and what was reported of it on the month's days; `serviceNames` numbers the services. */
export function caseMonth(
  one: CaseInMonth,
  form: FormOfMonth,
  { month, proRata, serviceNames }: { month: Month; proRata: boolean; serviceNames: ByteNames },
): CaseMonth {
  const services = new Map<number, DaySet>();
  for (const service of one.services) {
    const number = serviceNames.add(service.code);
    services.set(number, (services.get(number) ?? noDays) | serviceDays(service, one, month));
  }
  const granted = grantedMinutes(one, month, proRata);
  const rows = form.byCase.get(one.caseNo);
  const isTold = rows !== undefined || one.known !== undefined || one.needIsTold === true;
  const ofCase = isTold ? deviationDays(month, rows ?? [], one) : noDeviations;
  const days = caseDays(one, month);
  const payable = days & ~(ofCase.hospital | ofCase.absent | ofCase.afterDeath);
  const fallBack = payable === days ? granted : roundHalfUp(granted * countDays(payable), countDays(days));
  const absenceDays = countDays(days & (ofCase.hospital | ofCase.absent));
  const formRowUnread = form.unread.has(one.caseNo);
  return { caseNo: one.caseNo, granted, fallBack, absenceDays, services, formRowUnread, ...ofCase };
}
