import type { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import { lengthOf } from './day-set.ts';

/** How the fields of the two files are written. Each reader gives undefined for what is not that kind of value. */

const dateForm = /^((?:19|2\d)\d\d-(?:0[1-9]|1[0-2]))-(\d\d)$/;

/** `YYYY-MM-DD`, a day that exists. */
export function readDate(field: string): LocalDate | undefined {
  const [, month = '', day = '0'] = dateForm.exec(field) ?? [];
  return Number(day) >= 1 && Number(day) <= lengthOf(month) ? field : undefined;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const englishNames: Readonly<Record<string, string>> = { may: 'maj', oct: 'okt' };

/** Whether a field names this month: `2026-10`, or what a spreadsheet makes of it, `2026-10-01` and `okt-26`. */
export function isMonth(field: string, month: Month): boolean {
  if (field === month || field === `${month}-01`) return true;
  const [, name = '', year] = /^(\p{L}{3})-(\d\d)$/u.exec(field.toLowerCase()) ?? [];
  const number = monthNames.indexOf(englishNames[name] ?? name) + 1;
  return year === month.slice(2, 4) && number === Number(month.slice(5));
}

const timeForm = /^(\d{1,2}):(\d\d)(?::00)?$/;

/** `HH:MM` or `H:MM`, also with `:00` for whole seconds, as minutes after midnight; 24:00 is no time. */
export function readTime(field: string): number | undefined {
  const [, hour = '24', minute = '60'] = timeForm.exec(field) ?? [];
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : undefined;
}

const digits = /^\d+$/;
const groups = /^\d{1,3}(?: \d{3})+$/;

/** A whole number from 0 to `most`, also in groups of three (`1 200`); time is given in whole minutes (L-75). */
export function readWhole(field: string, most: number): number | undefined {
  const number = digits.test(field)
    ? Number(field)
    : groups.test(field)
      ? Number(field.replaceAll(' ', ''))
      : Number.NaN;
  return number <= most ? number : undefined;
}

/** 2–10 letters and digits. */
export const isServiceCode = (field: string): boolean => /^[\p{L}\d]{2,10}$/u.test(field);
