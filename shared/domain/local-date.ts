import * as z from 'zod';

/** Years outside this span are typing errors here, and no such date reaches a rule. */
const plausibleYear = /^(?:19|2\d)\d\d-/;

/** A day of the calendar, `YYYY-MM-DD`, without a time or a zone. Only days that exist (not 2026-02-30). */
export const LocalDate = z.iso.date().regex(plausibleYear);
export type LocalDate = string;

/** A calendar month, `YYYY-MM`. */
export const Month = z.string().regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/);
export type Month = string;

const day = 86_400_000;
const midnight = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const dateAt = (utc: number): LocalDate => new Date(utc).toISOString().slice(0, 10);

export const plusDays = (date: LocalDate, days: number): LocalDate => dateAt(midnight(date) + days * day);

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (midnight(to) - midnight(from)) / day;

/** Monday 1 to Sunday 7, as in ISO 8601. */
export const weekday = (date: LocalDate): number => new Date(midnight(date)).getUTCDay() || 7;

export const monthOf = (date: LocalDate): Month => date.slice(0, 7);
export const firstDay = (month: Month): LocalDate => `${month}-01`;
export const nextMonth = (month: Month): Month => monthOf(plusDays(firstDay(month), 31));
export const previousMonth = (month: Month): Month => monthOf(plusDays(firstDay(month), -1));
export const lastDay = (month: Month): LocalDate => plusDays(firstDay(nextMonth(month)), -1);
export const daysIn = (month: Month): number => Number(lastDay(month).slice(8));

/** The same day of the month `months` later, or that month's last day: 29 February + 12 is 28 February (L-56). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const target = monthOf(dateAt(Date.UTC(year, month - 1 + months)));
  const sameDay = `${target}${date.slice(7)}`;
  return sameDay < lastDay(target) ? sameDay : lastDay(target);
}
