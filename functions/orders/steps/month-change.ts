import { type Assignment, decidedDays } from '../../../shared/domain/assignment.ts';
import {
  daysBetween,
  daysIn,
  firstDay,
  type LocalDate,
  lastDay,
  type Month,
  monthOf,
  nextMonth,
  previousMonth,
} from '../../../shared/domain/local-date.ts';

/** What a change in a case means for one month at one provider: the granted minutes, before and after it. */
export type MonthChange = {
  readonly month: Month;
  readonly providerId: string;
  readonly grantedBefore: number;
  readonly grantedAfter: number;
  /** What is granted and known of the case in the month, before and after: equal when nothing differs. */
  readonly known: { readonly before: string; readonly after: string };
};

type Days = { readonly from?: LocalDate | null | undefined; readonly to?: LocalDate | null | undefined };

/** Further back than this no month is looked at: three years of statements stand. */
const mostMonths = 36;

const laterOf = (one: LocalDate, other: LocalDate) => (one > other ? one : other);
const earlierOf = (one: LocalDate, other: LocalDate) => (one < other ? one : other);

/** How many days of the month lie within both, and the last of them. */
function daysWithin(month: Month, ...limits: readonly Days[]): { readonly count: number; readonly last: LocalDate } {
  const from = limits.reduce((day, limit) => laterOf(day, limit.from ?? day), firstDay(month));
  const last = limits.reduce((day, limit) => earlierOf(day, limit.to ?? day), lastDay(month));
  return { count: Math.max(0, daysBetween(from, last) + 1), last };
}

/** Granted minutes of a case at one provider, as the month counts them (L-38, `granted.proRata`). */
function grantedIn(month: Month, given: readonly Assignment[], proRata: boolean): number {
  const entries = given
    .flatMap((one) => one.services.map((service) => ({ ...service, ...daysWithin(month, decidedDays(one), service) })))
    .filter(({ count }) => count > 0);
  if (proRata) {
    const minuteDays = entries.reduce((sum, { minutesPerMonth, count }) => sum + minutesPerMonth * count, 0);
    return Math.floor((2 * minuteDays + daysIn(month)) / (2 * daysIn(month)));
  }
  return entries
    .filter(({ code, last }) => !entries.some((other) => other.code === code && other.last > last))
    .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
}

/** What is known of the customer that reaches into the month, in words that are equal when it is (A66). */
function factsIn(month: Month, given: readonly Assignment[]): string {
  const known = given.flatMap((one) => [
    ...(one.known ?? []),
    ...(one.death ? [{ kind: 'DEATH' as const, on: one.death.on }] : []),
  ]);
  const deaths = known.flatMap((fact) => (fact.kind === 'DEATH' && fact.on <= lastDay(month) ? [fact.on] : []));
  const stays = known.flatMap((fact) =>
    fact.kind === 'HOSPITAL' && fact.from <= lastDay(month) && (!fact.to || fact.to >= firstDay(month))
      ? [`${fact.from} ${fact.to && fact.to <= lastDay(month) ? fact.to : ''}`]
      : [],
  );
  return JSON.stringify([deaths.toSorted()[0], [...new Set(stays)].toSorted()]);
}

/**
 * The months until today that a change in a case means something for, at each provider, the latest first: its granted
 * minutes, its days, or what is known of the customer in them.
 */
export function monthChanges(
  before: readonly Assignment[],
  after: readonly Assignment[],
  { today, proRata }: { readonly today: LocalDate; readonly proRata: boolean },
): readonly MonthChange[] {
  const changes: MonthChange[] = [];
  for (const providerId of new Set([...before, ...after].map((one) => one.providerId))) {
    const [stood, stands] = [before, after].map((some) => some.filter((one) => one.providerId === providerId));
    const all = [...(stood ?? []), ...(stands ?? [])];
    const first = monthOf(all.map(({ from }) => from).toSorted()[0] ?? today);
    let month = monthOf(today);
    for (let n = 0; n < mostMonths && month >= first; n++, month = previousMonth(month)) {
      const of = (some: readonly Assignment[] = []) => {
        const inForce = some.filter((one) => daysWithin(month, decidedDays(one)).count > 0);
        const days = inForce.map((one) => daysWithin(month, decidedDays(one)));
        const granted = grantedIn(month, inForce, proRata);
        return { granted, known: `${granted} ${factsIn(month, inForce)} ${JSON.stringify(days)}` };
      };
      const [was, is] = [of(stood), of(stands)];
      const granted = { grantedBefore: was.granted, grantedAfter: is.granted };
      const known = { before: was.known, after: is.known };
      if (known.before !== known.after) changes.push({ month, providerId, ...granted, known });
    }
  }
  return changes;
}

/** The days over which some changes lie, for whoever looks which of their months are stated. */
export const spanOf = (changes: readonly MonthChange[]): { readonly from: LocalDate; readonly to: LocalDate } => {
  const months = changes.map(({ month }) => month).toSorted();
  const [first = '', last = first] = [months[0], months.at(-1)];
  return { from: firstDay(first), to: firstDay(nextMonth(last)) };
};
