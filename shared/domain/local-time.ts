import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type LocalDate, plusDays } from './local-date.ts';
import { swedishDate } from './swedish-date.ts';

/** Days, months and their Swedish names belong to local time; callers find them here. */
export * from './local-date.ts';
export { swedishDate, swedishDateLong, swedishDateWithYear, swedishMonth } from './swedish-date.ts';

/** A point in time, always UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = string;

/** A reading of the wall clock, `HH:MM` or `HH:MM:SS`. */
export type LocalTime = string;

const zone = 'Europe/Stockholm';
const minute = 60_000;
const epoch = (at: Instant): number => Date.parse(at);
const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

const written = /^(?:19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads ISO 8601 with an offset or `Z`; finer than milliseconds is cut. Undefined when there is no such time. */
export function parseInstant(text: string): Instant | undefined {
  if (!written.test(text)) return undefined;
  try {
    return instantOf(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** A time as a request writes it, ISO 8601 with an offset; refused in a year that no rule knows. */
export const TimeIn = z.iso.datetime({ offset: true, abort: true }).refine((text) => parseInstant(text) !== undefined);

/** As `parseInstant`, for text that is known to be right: a wrong one is a bug and throws. */
export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new RangeError(`not an instant: ${text}`);
  return at;
}

/** Minutes ahead of UTC from a moment on. */
type Offset = { readonly from: number; readonly minutes: number };
const offsetsByYear = new Map<number, readonly Offset[]>();

/** Every offset of a UTC year, from the time zone's data. Asked once a year of the calendar, since asking is slow. */
function offsetsIn(year: number): readonly Offset[] {
  const known = offsetsByYear.get(year);
  if (known) return known;
  const offsets: Offset[] = [];
  const start = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0));
  let moment: Temporal.ZonedDateTime | null = start.toZonedDateTimeISO(zone);
  while (moment && moment.epochMilliseconds < Date.UTC(year + 1, 0)) {
    offsets.push({ from: moment.epochMilliseconds, minutes: moment.offsetNanoseconds / 60e9 });
    moment = moment.getTimeZoneTransition('next');
  }
  offsetsByYear.set(year, offsets);
  return offsets;
}

const offsetAt = (milliseconds: number): number =>
  offsetsIn(new Date(milliseconds).getUTCFullYear()).findLast((offset) => offset.from <= milliseconds)?.minutes ?? 60;

/** The wall clock at an instant, written as if it were UTC. */
function wallClock(at: Instant): string {
  const milliseconds = epoch(at);
  return instantOf(milliseconds + offsetAt(milliseconds) * minute);
}

/**
 * The instant at which the wall clock shows this reading. A reading that the spring change skips becomes the
 * later instant (02:30 is 03:30); of one that comes twice in autumn, the earlier.
 */
function atWallClock(reading: number): Instant {
  const before = offsetAt(reading - 1440 * minute);
  const after = offsetAt(reading + 1440 * minute);
  const fits = [before, after]
    .map((offset) => reading - offset * minute)
    .filter((at) => at + offsetAt(at) * minute === reading);
  return instantOf(fits.length > 0 ? Math.min(...fits) : reading - before * minute);
}

export const dateOf = (at: Instant): LocalDate => wallClock(at).slice(0, 10);
/** `HH:MM:SS` on the local wall clock. */
export const timeOf = (at: Instant): LocalTime => wallClock(at).slice(11, 19);

/** `2026-06-22T07:00:00+02:00`: local time with its offset, whole seconds. */
export function localIso(at: Instant): string {
  const hours = String(Math.trunc(offsetAt(epoch(at)) / 60)).padStart(2, '0');
  const minutes = String(offsetAt(epoch(at)) % 60).padStart(2, '0');
  return `${wallClock(at).slice(0, 19)}+${hours}:${minutes}`;
}

export const instantAt = (date: LocalDate, time: LocalTime): Instant => atWallClock(Date.parse(`${date}T${time}Z`));
export const startOfDay = (date: LocalDate): Instant => instantAt(date, '00:00');
/** 24:00, which is where the next day starts (A18). */
export const endOfDay = (date: LocalDate): Instant => startOfDay(plusDays(date, 1));

export const plusMinutes = (at: Instant, minutes: number): Instant => instantOf(epoch(at) + minutes * minute);
/** Elapsed hours: over a clock change the wall clock shows one more or less. */
export const plusHours = (at: Instant, hours: number): Instant => plusMinutes(at, hours * 60);
/** The same wall clock the next day (P1D): 23, 24 or 25 elapsed hours. */
export const plusDayWallClock = (at: Instant): Instant => atWallClock(epoch(wallClock(at)) + 1440 * minute);
/** Whole elapsed minutes from `from` to `to`, cut towards zero. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.trunc((epoch(to) - epoch(from)) / minute);

/** When and by how much the clock changes on a day: 2026-03-29 at 02:00 by 60, 2026-10-25 at 03:00 by −60. */
export type ClockChange = { readonly at: LocalTime; readonly shiftMinutes: number };

export function clockChange(date: LocalDate): ClockChange | undefined {
  const before = offsetAt(epoch(startOfDay(date)));
  const end = epoch(endOfDay(date));
  const shiftMinutes = offsetAt(end - 1) - before;
  const change = offsetsIn(Number(date.slice(0, 4))).findLast((offset) => offset.from < end);
  if (!change || shiftMinutes === 0) return undefined;
  return { at: instantOf(change.from + before * minute).slice(11, 16), shiftMinutes };
}

/** `fre 6 nov 2026 15:20` */
export function swedishInstant(at: Instant): string {
  const wall = wallClock(at);
  return `${swedishDate(wall.slice(0, 10))} ${wall.slice(0, 4)} ${wall.slice(11, 16)}`;
}
