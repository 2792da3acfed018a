import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { daysBetween, plusDays, weekday } from '../../../shared/domain/local-time.ts';
import {
  addWorkingDays,
  type Calendar,
  closedBecause,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDay,
  rolledForward,
} from '../../../shared/domain/working-days.ts';

const swedish: Calendar = { saturdayIsVardag: false, evesAreVardag: false, extraClosed: [] };

describe('a working day is not a Saturday, Sunday, public holiday or one of three eves', () => {
  it.each([
    ['midsommarafton', '2026-06-19', 'midsommarafton'],
    ['midsommardagen, not just a Saturday', '2026-06-20', 'midsommardagen'],
    ['a Sunday', '2026-06-21', 'söndag'],
    ['a Saturday', '2026-06-27', 'lördag'],
    ['långfredagen', '2026-04-03', 'långfredagen'],
    ['Kristi himmelsfärdsdag', '2026-05-14', 'Kristi himmelsfärdsdag'],
    ['alla helgons dag', '2026-10-31', 'alla helgons dag'],
    ['nyårsafton', '2026-12-31', 'nyårsafton'],
    ['trettondagsafton is a working day', '2026-01-05', undefined],
    ['skärtorsdagen is a working day', '2026-04-02', undefined],
    ['valborgsmässoafton is a working day', '2026-04-30', undefined],
    ['a squeezed Friday is a working day', '2026-05-15', undefined],
  ])('%s', (_what, date, reason) => {
    expect(closedBecause(date, swedish)).toBe(reason);
  });

  it('opens Saturdays and eves, and closes further days, as the calendar says', () => {
    expect(isWorkingDay('2026-06-27', { ...swedish, saturdayIsVardag: true })).toBe(true);
    expect(isWorkingDay('2026-06-20', { ...swedish, saturdayIsVardag: true })).toBe(false);
    expect(isWorkingDay('2026-06-19', { ...swedish, evesAreVardag: true })).toBe(true);
    expect(isWorkingDay('2027-12-24', { ...swedish, evesAreVardag: true })).toBe(true);
    expect(isWorkingDay('2022-12-24', { ...swedish, evesAreVardag: true })).toBe(false);
    expect(closedBecause('2026-12-30', { ...swedish, extraClosed: ['2026-12-30'] })).toMatch('kommunens beslut');
  });

  // The oracle calls the three eves `bank`, the holidays and every Sunday-holiday `public`; trettondagsafton, valborg
  // and allhelgonaafton are `optional` from noon, and the rest `observance`: neither counts.
  it('agrees with date-holidays on every day of 2024–2032', () => {
    const oracle = new Holidays('SE');
    const named = (type: string) =>
      new Set(
        Array.from({ length: 9 }, (_, index) => oracle.getHolidays(2024 + index))
          .flat()
          .filter((holiday) => holiday.type === type)
          .map((holiday) => holiday.date.slice(0, 10)),
      );
    const holidays = named('public');
    const eves = named('bank');
    expect([holidays.size, eves.size]).toEqual([9 * 13, 9 * 3]);

    for (let date = '2024-01-01'; date <= '2032-12-31'; date = plusDays(date, 1)) {
      for (const saturdayIsVardag of [false, true]) {
        for (const evesAreVardag of [false, true]) {
          const closed =
            weekday(date) === 7 ||
            (weekday(date) === 6 && !saturdayIsVardag) ||
            holidays.has(date) ||
            (eves.has(date) && !evesAreVardag);
          expect([date, isWorkingDay(date, { ...swedish, saturdayIsVardag, evesAreVardag })]).toEqual([date, !closed]);
        }
      }
    }
  });
});

describe('working days are counted from a start day that is day 0', () => {
  it.each([
    ['E35: ten days over Christmas and New Year', '2026-12-21', 10, swedish, '2027-01-11'],
    ['E35: with eves open', '2026-12-21', 10, { ...swedish, evesAreVardag: true }, '2027-01-07'],
    ['a start on a Sunday is day 0 too', '2026-11-01', 1, swedish, '2026-11-02'],
    ['none is the day itself, even a Sunday', '2026-11-01', 0, swedish, '2026-11-01'],
    ['a day the municipality keeps closed', '2026-11-02', 1, { ...swedish, extraClosed: ['2026-11-03'] }, '2026-11-04'],
  ])('%s', (_what, from, count, calendar, expected) => {
    expect(addWorkingDays(from, count, calendar)).toBe(expected);
  });

  it('always lands on a working day, and on the one that many working days lie up to', () => {
    for (let date = '2026-01-01'; date < '2027-01-01'; date = plusDays(date, 1)) {
      const landed = addWorkingDays(date, 7, swedish);
      const passed = Array.from({ length: daysBetween(date, landed) }, (_, index) => plusDays(date, index + 1));
      expect(passed.filter((day) => isWorkingDay(day, swedish))).toHaveLength(7);
      expect(isWorkingDay(landed, swedish)).toBe(true);
    }
  });

  it('the next one is strictly after; rolling forward keeps a working day', () => {
    expect(nextWorkingDay('2026-06-18', swedish)).toBe('2026-06-22');
    expect(nextWorkingDay('2026-06-15', swedish)).toBe('2026-06-16');
    expect(rolledForward(plusDays('2026-12-18', 14), swedish)).toBe('2027-01-04'); // E37
    expect(rolledForward('2026-12-18', swedish)).toBe('2026-12-18');
  });
});

describe("a month's 1st, 5th and 10th working day, and the same with Saturday as one", () => {
  it.each([
    ['2026-01', '02 09 16', '02 08 14'],
    ['2026-02', '02 06 13', '02 06 12'],
    ['2026-03', '02 06 13', '02 06 12'],
    ['2026-04', '01 09 16', '01 08 14'],
    ['2026-05', '04 08 18', '02 07 13'],
    ['2026-06', '01 05 12', '01 05 12'],
    ['2026-07', '01 07 14', '01 06 11'],
    ['2026-08', '03 07 14', '01 06 12'],
    ['2026-09', '01 07 14', '01 05 11'],
    ['2026-10', '01 07 14', '01 06 12'],
    ['2026-11', '02 06 13', '02 06 12'],
    ['2026-12', '01 07 14', '01 05 11'],
    ['2027-01', '04 11 18', '02 08 14'],
    ['2027-02', '01 05 12', '01 05 11'],
    ['2027-03', '01 05 12', '01 05 11'],
    ['2027-04', '01 07 14', '01 06 12'],
    ['2027-05', '03 10 17', '03 08 14'],
    ['2027-06', '01 07 14', '01 05 11'],
    ['2027-07', '01 07 14', '01 06 12'],
    ['2027-08', '02 06 13', '02 06 12'],
    ['2027-09', '01 07 14', '01 06 11'],
    ['2027-10', '01 07 14', '01 06 12'],
    ['2027-11', '01 05 12', '01 05 12'],
    ['2027-12', '01 07 14', '01 06 11'],
  ])('%s', (month, weekdaysOnly, withSaturday) => {
    const days = (calendar: Calendar) => [1, 5, 10].map((n) => nthWorkingDay(month, n, calendar).slice(8)).join(' ');
    expect(days(swedish)).toBe(weekdaysOnly);
    expect(days({ ...swedish, saturdayIsVardag: true })).toBe(withSaturday);
    expect(days({ ...swedish, evesAreVardag: true })).toBe(weekdaysOnly);
  });
});
