import { daysIn, type LocalDate, Month } from '../../shared/domain/local-date.ts';

/** How the fields of the two files are written. Each reader gives undefined for what is not that kind of value. */

const dateForm = /^(\d{4}-\d\d)-(\d\d)$/;

/** `YYYY-MM-DD`, a day that exists. */
export function readDate(field: string): LocalDate | undefined {
  const [, month = '', day = ''] = dateForm.exec(field) ?? [];
  if (!Month.safeParse(month).success) return undefined;
  return Number(day) >= 1 && Number(day) <= daysIn(month) ? field : undefined;
}

const timeForm = /^(\d{1,2}):(\d\d)$/;

/** `HH:MM` or `H:MM` as minutes after midnight; 24:00 is no time. */
export function readTime(field: string): number | undefined {
  const [, hour = '24', minute = '60'] = timeForm.exec(field) ?? [];
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : undefined;
}

/** A whole number from 0 to `most`. */
export const readWhole = (field: string, most: number): number | undefined =>
  /^\d+$/.test(field) && Number(field) <= most ? Number(field) : undefined;

/** 2–10 letters and digits. */
export const isServiceCode = (field: string): boolean => /^[\p{L}\d]{2,10}$/u.test(field);
