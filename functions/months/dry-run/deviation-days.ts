import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { Month } from '../../../shared/domain/local-date.ts';
import { minutesBetween, startOfDay } from '../../../shared/domain/local-time.ts';
import { type DaySet, dayFrom, daysFromTo, daysWithin, noDays } from './day-set.ts';
import type { Deviation } from './deviation-form.ts';
import type { CaseInMonth } from './granted.ts';
import { noNotice, VisitNotices } from './visit-notices.ts';

/** What the form and the municipality say of a case, on the month's days. */
export type DeviationDays = {
  /** After admission to and before return from hospital. */
  readonly hospital: DaySet;
  /** Days of admission, on which nobody could give notice. */
  readonly admissions: DaySet;
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
  /** Whether a greater need was reported in the month (L-45). */
  readonly needIsTold: boolean;
  /** What of it the municipality knows by itself: its explanation says so. */
  readonly known: Pick<DeviationDays, 'hospital' | 'admissions'> & { readonly death: boolean };
};

export const noDeviations: DeviationDays = {
  ...{ hospital: noDays, admissions: noDays, absent: noDays },
  ...{ dayOfDeath: noDays, dayAfterDeath: noDays, afterDeath: noDays },
  ...{ explained: noDays, notices: new VisitNotices(), needIsTold: false },
  known: { hospital: noDays, admissions: noDays, death: false },
};

/** Days from one to another, both included; without an end, that one day. */
type Stretch = Pick<Deviation, 'date' | 'to'>;

/** A known fact counts as a row of the form does: of several deaths the earliest, and stays are united (A27). */
export function deviationDays(
  month: Month,
  rows: readonly Deviation[],
  { known = [], needIsTold }: CaseInMonth,
): DeviationDays {
  const of = (type: Deviation['type']) => rows.filter((row) => row.type === type);
  const [stays, knownStays] = [of('SJUKHUS'), staysIn(known)];
  const [deaths, knownDeaths] = [of('AVLIDEN'), deathsIn(known)];
  const days = ({ date, to }: Stretch) => daysWithin(month, date, to ?? date);
  const inHospital = ({ date, to }: Stretch) =>
    daysFromTo(month, dayFrom(month, date) + 1, to === undefined ? 31 : dayFrom(month, to) - 1);
  const admission = ({ date }: Stretch) => daysWithin(month, date, date);
  // Infinite when nobody died.
  const earliest = (some: readonly Stretch[]) => Math.min(...some.map(({ date }) => dayFrom(month, date)));
  const death = earliest([...deaths, ...knownDeaths]);
  return {
    hospital: union([...stays, ...knownStays].map(inHospital)),
    admissions: union([...stays, ...knownStays].map(admission)),
    absent: union(of('PLANERAD FRÅNVARO').map(days)),
    dayOfDeath: daysFromTo(month, death, death),
    dayAfterDeath: daysFromTo(month, death + 1, death + 1),
    afterDeath: daysFromTo(month, death + 2, 31),
    explained: union([...rows, ...knownStays, ...knownDeaths].map(days)),
    notices: noticesOf(month, rows),
    needIsTold: needIsTold === true || of('UTÖKAT BEHOV').length > 0,
    known: {
      hospital: union(knownStays.map(inHospital)),
      admissions: union(knownStays.map(admission)),
      death: knownDeaths.length > 0 && earliest(knownDeaths) === death,
    },
  };
}

const staysIn = (known: readonly KnownFact[]): readonly Stretch[] =>
  known.flatMap((fact) => (fact.kind === 'HOSPITAL' ? [{ date: fact.from, to: fact.to ?? undefined }] : []));

const deathsIn = (known: readonly KnownFact[]): readonly Stretch[] =>
  known.flatMap((fact) => (fact.kind === 'DEATH' ? [{ date: fact.on, to: undefined }] : []));

const union = (sets: readonly DaySet[]): DaySet => sets.reduce((all, days) => all | days, noDays);

/** The form rows about visits that met nobody, or a no, on a day of the month. */
function noticesOf(month: Month, rows: readonly Deviation[]): VisitNotices {
  const notices = new VisitNotices();
  for (const { type, date, start, noticeAt } of rows) {
    if (type !== 'BOMTID' && type !== 'AVSAGD') continue;
    const ahead = noticeAt === undefined ? noNotice : minutesBetween(noticeAt, startOfDay(date));
    notices.add(dayFrom(month, date), start, ahead);
  }
  return notices;
}
