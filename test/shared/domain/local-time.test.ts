import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  clockChange,
  dateOf,
  daysBetween,
  daysIn,
  endOfDay,
  firstDay,
  Instant,
  instant,
  instantAt,
  LocalDate,
  lastDay,
  localIso,
  Month,
  minutesBetween,
  monthOf,
  nextMonth,
  parseInstant,
  plusDays,
  plusDayWallClock,
  plusHours,
  plusMinutes,
  plusMonths,
  previousMonth,
  startOfDay,
  swedishDate,
  swedishDateLong,
  swedishInstant,
  swedishMonth,
  timeOf,
  weekday,
} from '../../../shared/domain/local-time.ts';

describe('an instant is UTC text, read from ISO 8601 with an offset', () => {
  it.each([
    ['summer offset', '2026-06-22T07:00:00+02:00', '2026-06-22T05:00:00.000Z'],
    ['without seconds', '2026-06-22T07:00+02:00', '2026-06-22T05:00:00.000Z'],
    ['Z', '2026-06-22T05:00:00Z', '2026-06-22T05:00:00.000Z'],
    ['another zone', '2026-06-22T00:30:00-05:00', '2026-06-22T05:30:00.000Z'],
    ['a fraction', '2026-06-22T05:00:00.25Z', '2026-06-22T05:00:00.250Z'],
    ['finer than a millisecond is cut', '2026-06-22T05:00:00.9999999Z', '2026-06-22T05:00:00.999Z'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
  ])('%s', (_what, text, expected) => {
    expect(instant(text)).toBe(expected);
    expect(Instant.safeParse(expected).success).toBe(true);
  });

  it.each([
    ...['', 'nu', '2026-06-22', '2026-06-22T07:00:00', '2026-02-30T07:00:00Z', '2026-02-29T07:00:00Z'],
    ...['2026-06-22T24:00:00Z', '2026-06-22T07:60:00Z', '2026-06-22T07:00:60Z', '20260622T070000Z'],
    ...['2026-06-22 07:00:00Z', '2026-06-22T07:00:00+02:00[Europe/Stockholm]', '0000-06-22T07:00:00Z'],
    ...['+012026-06-22T07:00:00Z', '2026-06-22T07Z', ' 2026-06-22T07:00:00Z', '2026-06-22T07:00:00+2:00'],
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('takes only its own spelling in stored data', () => {
    const spellings = ['2026-06-22T05:00:00Z', '2026-06-22T07:00:00.000+02:00', '2026-02-30T05:00:00.000Z'];
    for (const spelling of spellings) expect(Instant.safeParse(spelling).success).toBe(false);
  });
});

describe('days and months must exist', () => {
  it.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0001-01-01', '9999-12-31', ''])(
    'no day %j',
    (text) => expect(LocalDate.safeParse(text).success).toBe(false),
  );
  it.each(['2026-13', '2026-00', '2026-1', '2026', '2026-10-01', '0026-10'])('no month %j', (text) =>
    expect(Month.safeParse(text).success).toBe(false),
  );
  it.each(['2028-02-29', '2026-12-31'])('a day %j', (text) => expect(LocalDate.parse(text)).toBe(text));
});

describe('the wall clock in Sweden', () => {
  it.each([
    ['a spring reading that is skipped is an hour later', '2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
    ['an autumn reading that comes twice is the first', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['with seconds', '2026-01-15', '07:00:09', '2026-01-15T07:00:09+01:00'],
    ['the minute before the spring change', '2026-03-29', '01:59', '2026-03-29T01:59:00+01:00'],
    ['the minute of the autumn change', '2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
  ])('%s', (_what, date, time, expected) => {
    expect(localIso(instantAt(date, time))).toBe(expected);
  });

  it('gives a day 23 hours in spring, 25 in autumn and 24 otherwise', () => {
    const hours = (date: string) => minutesBetween(startOfDay(date), endOfDay(date)) / 60;
    expect(['2026-03-29', '2026-10-25', '2026-06-22'].map(hours)).toEqual([23, 25, 24]);
  });

  it('adds elapsed hours, or a day on the wall clock', () => {
    const evening = instant('2026-03-28T10:00:00+01:00');
    expect(localIso(plusHours(evening, 24))).toBe('2026-03-29T11:00:00+02:00');
    expect(localIso(plusDayWallClock(evening))).toBe('2026-03-29T10:00:00+02:00');
    expect(localIso(plusDayWallClock(instant('2026-10-24T10:00:00+02:00')))).toBe('2026-10-25T10:00:00+01:00');
    expect(localIso(plusDayWallClock(instant('2026-03-28T02:30:00+01:00')))).toBe('2026-03-29T03:30:00+02:00');
    expect(plusMinutes(evening, 90)).toBe('2026-03-28T10:30:00.000Z');
    expect(minutesBetween(evening, plusMinutes(evening, -90))).toBe(-90);
  });

  it('knows the days on which the clock changes, and how', () => {
    expect(clockChange('2026-03-29')).toEqual({ at: '02:00', shiftMinutes: 60 });
    expect(clockChange('2026-10-25')).toEqual({ at: '03:00', shiftMinutes: -60 });
    expect(clockChange('2027-03-28')).toEqual({ at: '02:00', shiftMinutes: 60 });
    for (const quiet of ['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26', '2026-01-01']) {
      expect(clockChange(quiet)).toBeUndefined();
    }
  });

  it('agrees with Temporal in every half hour of two years', () => {
    let at = instant('2026-01-01T00:00:00Z');
    const end = instant('2028-01-01T00:00:00Z');
    for (; at < end; at = plusMinutes(at, 30)) {
      const zoned = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm');
      const wall = zoned.toPlainDateTime();
      expect(localIso(at)).toBe(zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }));
      expect(instantAt(dateOf(at), timeOf(at))).toBe(
        instant(wall.toZonedDateTime('Europe/Stockholm').toInstant().toString()),
      );
    }
  });
});

describe('days are counted on the calendar', () => {
  it('across months, years and leap days', () => {
    expect(plusDays('2026-12-18', 14)).toBe('2027-01-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-08-31', '2026-09-28')).toBe(28);
    expect(daysBetween('2026-09-28', '2026-08-31')).toBe(-28);
    expect(['2026-06-22', '2026-06-28'].map(weekday)).toEqual([1, 7]);
  });

  it('months know their neighbours and length', () => {
    expect([nextMonth('2026-12'), previousMonth('2026-01'), monthOf('2026-10-25')]).toEqual([
      '2027-01',
      '2025-12',
      '2026-10',
    ]);
    expect([firstDay('2028-02'), lastDay('2028-02'), daysIn('2028-02'), daysIn('2026-02')]).toEqual([
      '2028-02-01',
      '2028-02-29',
      29,
      28,
    ]);
  });

  it.each([
    ['E51: twelve months on', '2025-11-30', 12, '2026-11-30'],
    ['L-56: from 29 February to the 28th', '2024-02-29', 12, '2025-02-28'],
    ['back to a leap day', '2024-02-29', 48, '2028-02-29'],
    ['a shorter month', '2026-01-31', 1, '2026-02-28'],
    ['over the turn of the year', '2026-11-30', 3, '2027-02-28'],
    ['backwards', '2026-03-31', -1, '2026-02-28'],
  ])('%s', (_what, from, months, expected) => {
    expect(plusMonths(from, months)).toBe(expected);
  });
});

it('writes dates as Swedes read them', () => {
  expect(swedishDate('2026-11-06')).toBe('fre 6 nov');
  expect(swedishDateLong('2026-11-06')).toBe('fredagen den 6 november 2026');
  expect(swedishMonth('2026-10')).toBe('oktober 2026');
  expect(swedishInstant(instant('2026-11-06T15:20:59+01:00'))).toBe('fre 6 nov 2026 15:20');
});
