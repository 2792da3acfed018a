import { clockChange, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';

/** The hour of a day at which the clock changes: in minutes after midnight, and by how many. */
type Change = { readonly at: number; readonly shift: number };

/** What a date's wall clock does, that day and the next, which a visit past midnight reaches. */
export type ClockNight = { readonly today: Change | undefined; readonly tomorrow: Change | undefined };

function changeOn(date: LocalDate): Change | undefined {
  const change = clockChange(date);
  if (!change) return undefined;
  const [hour = 0, minute = 0] = change.at.split(':').map(Number);
  return { at: hour * 60 + minute, shift: change.shiftMinutes };
}

const nights = new Map<LocalDate, ClockNight>();

/** Remembered for a few hundred dates, since asking the time zone is slow and a file asks for each row. */
export function clockNight(date: LocalDate): ClockNight {
  const known = nights.get(date);
  if (known) return known;
  const night = { today: changeOn(date), tomorrow: changeOn(plusDays(date, 1)) };
  if (nights.size >= 400) nights.clear();
  nights.set(date, night);
  return night;
}

/** A visit starts on its date; an end before the start is past midnight. Minutes after midnight. */
export type Span = { readonly start: number; readonly end: number };

const skips = (change: Change | undefined, minute: number): boolean =>
  change !== undefined && minute >= change.at && minute < change.at + change.shift;

export const startIsSkipped = (night: ClockNight, start: number): boolean => skips(night.today, start);
export const endIsSkipped = (night: ClockNight, { start, end }: Span): boolean =>
  skips(end < start ? night.tomorrow : night.today, end);

/** Minutes since midnight that a reading of the clock means: two of them in the hour that comes twice. */
function sinceMidnight(change: Change | undefined, minute: number): readonly number[] {
  if (!change || minute < change.at + Math.min(change.shift, 0)) return [minute];
  return minute < change.at ? [minute, minute - change.shift] : [minute - change.shift];
}

/** Minutes since midnight at which a visit starts, the earlier when the hour comes twice. */
export const startSinceMidnight = (night: ClockNight, start: number): number =>
  Math.min(...sinceMidnight(night.today, start));

/**
 * Elapsed minutes between start and end: one number, but every reading that puts the end after the start in the hour
 * that comes twice. A night with a clock change is 60 longer or shorter than its clock.
 */
export function elapsedReadings(night: ClockNight, { start, end }: Span): readonly number[] {
  const nextMidnight = 1440 - (night.today?.shift ?? 0);
  const ends =
    end < start ? sinceMidnight(night.tomorrow, end).map((at) => at + nextMidnight) : sinceMidnight(night.today, end);
  const readings = sinceMidnight(night.today, start).flatMap((from) => ends.map((to) => to - from));
  return [...new Set(readings)].filter((minutes) => minutes > 0);
}

/** Whether the clock may change between start and end; if not, they differ by what the clock shows. */
export const touchesChange = ({ today, tomorrow }: ClockNight, { start, end }: Span): boolean =>
  end < start ? (today ?? tomorrow) !== undefined : today !== undefined && start < today.at;

/** Whether performed minutes are within the tolerance of a reading of start and end (A33). */
export const fitsClock = (night: ClockNight, span: Span, performed: number, tolerance: number): boolean =>
  elapsedReadings(night, span).some((minutes) => Math.abs(minutes - performed) <= tolerance);

/** The same of a date, for whoever judges one visit: the difference of the clock, or on a night that it changes any reading. */
export function fitsTimes(date: LocalDate, span: Span, performed: number, tolerance: number): boolean {
  const night = clockNight(date);
  if (touchesChange(night, span)) return fitsClock(night, span, performed, tolerance);
  const { start, end } = span;
  return Math.abs(end - start + (end < start ? 1440 : 0) - performed) <= tolerance;
}
