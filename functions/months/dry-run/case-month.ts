import type { Month } from '../../../shared/domain/local-date.ts';
import { minutesBetween, startOfDay } from '../../../shared/domain/local-time.ts';
import type { ByteNames } from './byte-names.ts';
import { type DaySet, dayFrom, daysFromTo, daysWithin, noDays } from './day-set.ts';
import type { Deviation } from './deviation-form.ts';
import { type CaseInMonth, grantedMinutes, serviceDays } from './granted.ts';
import { noNotice, VisitNotices } from './visit-notices.ts';

/** A case as the month finds it: what was decided and what the form says, laid on the month's days. */
export type CaseMonth = {
  readonly caseNo: string;
  readonly granted: number;
  /** By service number: the days on which the case and an entry of the service are in force. */
  readonly services: ReadonlyMap<number, DaySet>;
  /** After admission to and before return from hospital. */
  readonly hospital: DaySet;
  /** Within a planned absence. */
  readonly absent: DaySet;
  readonly dayOfDeath: DaySet;
  /** The day after a death, D+1. */
  readonly dayAfterDeath: DaySet;
  /** From the second day after a death, D+2. */
  readonly afterDeath: DaySet;
  /** Days that a form row is about, whatever it says. */
  readonly explained: DaySet;
  readonly notices: VisitNotices;
};

/** Lays one case and its form rows on the month; `serviceNames` numbers the services. */
export function caseMonth(
  one: CaseInMonth,
  deviations: readonly Deviation[],
  { month, proRata, serviceNames }: { month: Month; proRata: boolean; serviceNames: ByteNames },
): CaseMonth {
  const services = new Map<number, DaySet>();
  for (const service of one.services) {
    const number = serviceNames.add(service.code);
    services.set(number, (services.get(number) ?? noDays) | serviceDays(service, one, month));
  }
  const granted = grantedMinutes(one, month, proRata);
  return { caseNo: one.caseNo, granted, services, ...(deviations.length > 0 ? told(month, deviations) : nothingTold) };
}

/** What the form says about a case, on the month's days. */
type Told = Omit<CaseMonth, 'caseNo' | 'granted' | 'services'>;

const nothingTold: Told = {
  ...{ hospital: noDays, absent: noDays, dayOfDeath: noDays, dayAfterDeath: noDays, afterDeath: noDays },
  ...{ explained: noDays, notices: new VisitNotices() },
};

function told(month: Month, deviations: readonly Deviation[]): Told {
  const of = (type: Deviation['type']) => deviations.filter((row) => row.type === type);
  const within = ({ date, to }: Deviation) => daysWithin(month, date, to ?? date);
  const inHospital = ({ date, to }: Deviation) =>
    daysFromTo(month, dayFrom(month, date) + 1, to === undefined ? 31 : dayFrom(month, to) - 1);
  // The earliest date of death counts (A27); infinite when nobody died.
  const death = Math.min(...of('AVLIDEN').map(({ date }) => dayFrom(month, date)));
  return {
    hospital: union(of('SJUKHUS').map(inHospital)),
    absent: union(of('PLANERAD FRÅNVARO').map(within)),
    dayOfDeath: daysFromTo(month, death, death),
    dayAfterDeath: daysFromTo(month, death + 1, death + 1),
    afterDeath: daysFromTo(month, death + 2, 31),
    explained: union(deviations.map(within)),
    notices: noticesOf(month, deviations),
  };
}

const union = (sets: readonly DaySet[]): DaySet => sets.reduce((all, days) => all | days, noDays);

/** The form rows about visits that met nobody, or a no, on a day of the month. */
function noticesOf(month: Month, deviations: readonly Deviation[]): VisitNotices {
  const notices = new VisitNotices();
  for (const { type, date, start, noticeAt } of deviations) {
    if (type !== 'BOMTID' && type !== 'AVSAGD') continue;
    const ahead = noticeAt === undefined ? noNotice : minutesBetween(noticeAt, startOfDay(date));
    notices.add(dayFrom(month, date), start, ahead);
  }
  return notices;
}
