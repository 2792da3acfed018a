import { language } from './language.ts';

const nbsp = '\u00a0';
export const zone = 'Europe/Stockholm';

const locale = () => (language.get() === 'en' ? 'en-GB' : 'sv-SE');

const made = new Map<string, Intl.DateTimeFormat>();
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const there = made.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  made.set(key, there);
  return there;
}

/** The wall clock in Sweden of a point in time, whatever offset it is written with. */
function wall(iso: string): { readonly date: string; readonly time: string } {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = written.format(new Date(iso)).split(' ');
  return { date, time };
}

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const tidy = (text: string): string => text.replaceAll('.', '').replaceAll(',', '').replaceAll(' ', nbsp);

/** `fre 6 nov`; with the year when it is asked for. */
export const shortDate = (date: string, year = false): string =>
  tidy(
    dates({
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(year ? { year: 'numeric' } : {}),
    }).format(noon(date)),
  );

/** `måndag 2 november 2026` */
export const longDate = (date: string): string =>
  dates({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date));

/** `oktober 2026`, of `2026-10`. */
export const monthName = (month: string): string =>
  dates({ timeZone: 'UTC', month: 'long', year: 'numeric' }).format(noon(`${month}-15`));

export const wallDate = (iso: string): string => wall(iso).date;
/** `fre 6 nov 15:02`; with the year, `fre 6 nov 2026 15:02`, of what is kept and read long after. */
export const dateTime = (iso: string, year = false): string => `${shortDate(wall(iso).date, year)} ${wall(iso).time}`;

/** A limit as people say it: midnight is the end of the day before (A18). */
export function dueDate(iso: string, year = false): string {
  const { date, time } = wall(iso);
  if (time !== '00:00') return dateTime(iso, year);
  return shortDate(new Date(noon(date).getTime() - 86_400_000).toISOString().slice(0, 10), year);
}

const figures = new Map<string, Intl.NumberFormat>();
export function number(value: number): string {
  // Made once a language: a list of 200 rows asks a thousand times.
  const made = figures.get(locale()) ?? new Intl.NumberFormat(locale());
  figures.set(locale(), made);
  return made.format(value);
}

/** `12 h 05 min`; less than nothing has a minus sign, not a hyphen. */
export function hours(minutes: number): string {
  const whole = Math.abs(minutes);
  const sign = minutes < 0 ? '−' : '';
  return `${sign}${number(Math.trunc(whole / 60))}${nbsp}h${nbsp}${String(whole % 60).padStart(2, '0')}${nbsp}min`;
}

/** `12 h 05`, for tables; nothing is a dash. */
export const tight = (minutes: number): string => (minutes === 0 ? '–' : hours(minutes).slice(0, -`${nbsp}min`.length));

/** An amount in öre, as kronor. */
export const money = (ore: number): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'SEK' }).format(ore / 100);
