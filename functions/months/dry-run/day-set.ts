import {
  daysBetween,
  daysIn,
  firstDay,
  type LocalDate,
  type Month,
  monthOf,
} from '../../../shared/domain/local-date.ts';

/**
 * Days of one month as the bits of a number: bit 1 is the 1st, bit 31 the 31st. A rule about a day is then one
 * `&`, and a stay or a decision is laid on the month once, before the first row is read.
 */
export type DaySet = number;

export const noDays: DaySet = 0;

export const holds = (days: DaySet, day: number): boolean => (days & (1 << day)) !== 0;

/** The position of a date counted from the month's 1st: 1 is the 1st, 0 and below are before the month. */
export const dayFrom = (month: Month, date: LocalDate): number =>
  monthOf(date) === month ? Number(date.slice(8)) : daysBetween(firstDay(month), date) + 1;

/** The days of the month from `first` to `last`, both included and counted as in `dayFrom`. */
export function daysFromTo(month: Month, first: number, last: number): DaySet {
  const begin = Math.max(first, 1);
  const end = Math.min(last, lengthOf(month));
  return begin > end ? noDays : ((2 << end) - 1) & -(1 << begin);
}

/** The days of the month from one date to another, both included; without a date there is no limit that way. */
export function daysWithin(month: Month, from: LocalDate | null | undefined, to: LocalDate | null | undefined): DaySet {
  const first = from ? dayOrSide(month, from) : 1;
  const last = to ? dayOrSide(month, to) : 31;
  return daysFromTo(month, first, last);
}

export function countDays(days: DaySet): number {
  let count = 0;
  for (let rest = days; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The last day of the set, 0 when it is empty. */
export const lastDayIn = (days: DaySet): number => (days === noDays ? 0 : 31 - Math.clz32(days));

/** The day of the month, 0 for a date before it and 32 for one after. */
function dayOrSide(month: Month, date: LocalDate): number {
  if (monthOf(date) === month) return Number(date.slice(8));
  return date < month ? 0 : 32;
}

const lengths = new Map<Month, number>();

/** `daysIn`, remembered: thousands of cases and rows ask about the same month. */
export function lengthOf(month: Month): number {
  const length = lengths.get(month) ?? daysIn(month);
  if (lengths.size < 100) lengths.set(month, length);
  return length;
}
