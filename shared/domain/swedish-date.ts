import { type LocalDate, type Month, weekday } from './local-date.ts';

/** Dates as people read them in letters and derivations. */

const days = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];
const longDays = ['måndagen', 'tisdagen', 'onsdagen', 'torsdagen', 'fredagen', 'lördagen', 'söndagen'];
const months = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'];
const longMonths = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

const dayOfMonth = (date: LocalDate): number => Number(date.slice(8));
const nameIn = (names: readonly string[], month: Month): string => names[Number(month.slice(5, 7)) - 1] ?? month;

/** `fre 6 nov` */
export const swedishDate = (date: LocalDate): string =>
  `${days[weekday(date) - 1]} ${dayOfMonth(date)} ${nameIn(months, date)}`;

/** `fre 6 nov 2026`, where nothing beside it tells the year */
export const swedishDateWithYear = (date: LocalDate): string => `${swedishDate(date)} ${date.slice(0, 4)}`;

/** `fredagen den 6 november 2026` */
export const swedishDateLong = (date: LocalDate): string =>
  `${longDays[weekday(date) - 1]} den ${dayOfMonth(date)} ${swedishMonth(date)}`;

/** `oktober 2026`, of a month or of a date in it */
export const swedishMonth = (month: Month): string => `${nameIn(longMonths, month)} ${month.slice(0, 4)}`;
