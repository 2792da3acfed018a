import type { Month } from '../../shared/domain/local-date.ts';
import { minutesBetween, startOfDay } from '../../shared/domain/local-time.ts';
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
  const death = dayOfDeathIn(month, deviations);
  return {
    caseNo: one.caseNo,
    granted: grantedMinutes(one, month, proRata),
    services,
    hospital: union(deviations, 'SJUKHUS', ({ date, to }) =>
      daysFromTo(month, dayFrom(month, date) + 1, to === undefined ? 31 : dayFrom(month, to) - 1),
    ),
    absent: union(deviations, 'PLANERAD FRÅNVARO', ({ date, to }) => daysWithin(month, date, to ?? date)),
    dayOfDeath: daysFromTo(month, death, death),
    dayAfterDeath: daysFromTo(month, death + 1, death + 1),
    afterDeath: daysFromTo(month, death + 2, 31),
    explained: union(deviations, undefined, ({ date, to }) => daysWithin(month, date, to ?? date)),
    notices: noticesOf(month, deviations),
  };
}

function union(
  deviations: readonly Deviation[],
  type: Deviation['type'] | undefined,
  daysOf: (row: Deviation) => DaySet,
) {
  return deviations
    .filter((row) => type === undefined || row.type === type)
    .reduce((days, row) => days | daysOf(row), noDays);
}

/** The earliest date of death (A27), counted as in `dayFrom`; infinite when nobody died. */
const dayOfDeathIn = (month: Month, deviations: readonly Deviation[]): number =>
  Math.min(...deviations.filter(({ type }) => type === 'AVLIDEN').map(({ date }) => dayFrom(month, date)));

const nothingNoticed = new VisitNotices();

/** The form rows about visits that met nobody, or a no, on a day of the month. */
function noticesOf(month: Month, deviations: readonly Deviation[]): VisitNotices {
  if (deviations.length === 0) return nothingNoticed;
  const notices = new VisitNotices();
  for (const { type, date, start, noticeAt } of deviations) {
    if (type !== 'BOMTID' && type !== 'AVSAGD') continue;
    const ahead = noticeAt === undefined ? noNotice : minutesBetween(noticeAt, startOfDay(date));
    notices.add(dayFrom(month, date), start, ahead);
  }
  return notices;
}
