import type { LocalDate } from '../../../shared/domain/local-date.ts';
import { lengthOf } from './day-set.ts';

/** How the fields of the two files are written. Each reader gives undefined for what is not that kind of value. */

const dateForm = /^((?:19|2\d)\d\d-(?:0[1-9]|1[0-2]))-(\d\d)$/;

/** `YYYY-MM-DD`, a day that exists. */
export function readDate(field: string): LocalDate | undefined {
  const [, month = '', day = '0'] = dateForm.exec(field) ?? [];
  return Number(day) >= 1 && Number(day) <= lengthOf(month) ? field : undefined;
}

const timeForm = /^(\d{1,2}):(\d\d)$/;

/** `HH:MM` or `H:MM` as minutes after midnight; 24:00 is no time. */
export function readTime(field: string): number | undefined {
  const [, hour = '24', minute = '60'] = timeForm.exec(field) ?? [];
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : undefined;
}

/** A whole number from 0 to `most`; time is told in whole minutes (L-75). */
export const readWhole = (field: string, most: number): number | undefined =>
  /^\d+$/.test(field) && Number(field) <= most ? Number(field) : undefined;

/** 2–10 letters and digits. */
export const isServiceCode = (field: string): boolean => /^[\p{L}\d]{2,10}$/u.test(field);
