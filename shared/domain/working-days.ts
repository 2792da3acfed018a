import { eve, publicHoliday } from './holidays.ts';
import { firstDay, type LocalDate, type Month, plusDays, weekday } from './local-date.ts';

/** What counts as a working day. A parameter, since both readings of Saturday are in use (A16). */
export type Calendar = {
  readonly saturdayIsVardag: boolean;
  /** Midsommarafton, julafton and nyårsafton. */
  readonly evesAreVardag: boolean;
  readonly extraClosed: readonly LocalDate[];
};

/** Why a day is no working day, in Swedish; undefined for a working day. A named day goes before a weekday. */
export function closedBecause(date: LocalDate, calendar: Calendar): string | undefined {
  const holiday = publicHoliday(date);
  if (holiday) return holiday;
  if (!calendar.evesAreVardag && eve(date)) return eve(date);
  if (weekday(date) === 7) return 'söndag';
  if (weekday(date) === 6 && !calendar.saturdayIsVardag) return 'lördag';
  return calendar.extraClosed.includes(date) ? 'stängt enligt kommunens beslut' : undefined;
}

export const isWorkingDay = (date: LocalDate, calendar: Calendar): boolean =>
  closedBecause(date, calendar) === undefined;

/** The first working day strictly after the day (S-13). */
export function nextWorkingDay(date: LocalDate, calendar: Calendar): LocalDate {
  const next = plusDays(date, 1);
  return isWorkingDay(next, calendar) ? next : nextWorkingDay(next, calendar);
}

/** The day itself, or the next working day when it is none: for a pack whose limits roll forward (A19). */
export const rolledForward = (date: LocalDate, calendar: Calendar): LocalDate =>
  isWorkingDay(date, calendar) ? date : nextWorkingDay(date, calendar);

/** `count` working days on; the start day is day 0, whatever day it is (A20). */
export function addWorkingDays(date: LocalDate, count: number, calendar: Calendar): LocalDate {
  let day = date;
  for (let counted = 0; counted < count; counted++) day = nextWorkingDay(day, calendar);
  return day;
}

/** The month's `n`th working day, n from 1: the 1st, 5th and 10th vardag of L-22, L-33 and L-37. */
export const nthWorkingDay = (month: Month, n: number, calendar: Calendar): LocalDate =>
  addWorkingDays(plusDays(firstDay(month), -1), n, calendar);
