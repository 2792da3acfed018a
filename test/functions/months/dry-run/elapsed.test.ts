import { describe, expect, it } from 'vitest';
import {
  clockNight,
  elapsedReadings,
  endIsSkipped,
  startIsSkipped,
  touchesChange,
} from '../../../../functions/months/dry-run/elapsed.ts';
import { readTime } from '../../../../functions/months/dry-run/field-values.ts';

const minute = (time: string) => readTime(time) ?? -1;
const span = (start: string, end: string) => ({ start: minute(start), end: minute(end) });

describe('elapsed minutes between start and end', () => {
  it.each([
    ['a day', '2026-10-01', '08:00', '08:45', [45]],
    ['past midnight', '2026-10-01', '22:00', '06:00', [480]],
    ['the night with an hour more', '2026-10-24', '22:00', '06:00', [540]],
    ['the night with an hour less', '2026-03-28', '22:00', '06:00', [420]],
    ['the morning of the hour more', '2026-10-25', '01:00', '04:00', [240]],
    ['the morning of the hour less', '2026-03-29', '01:00', '04:00', [120]],
    ['after the change that day', '2026-10-25', '03:00', '04:00', [60]],
    ['into the hour that comes twice', '2026-10-25', '01:30', '02:15', [45, 105]],
    ['within it', '2026-10-25', '02:15', '02:45', [30, 90]],
    ['out of it', '2026-10-25', '02:30', '03:30', [120, 60]],
    ['an end before the start in it is past midnight', '2026-10-25', '02:45', '02:15', [1470, 1410]],
    ['from the evening before into it', '2026-10-24', '23:00', '02:30', [210, 270]],
    ['the evening after the change', '2026-10-25', '22:00', '06:00', [480]],
    ['the 31st, when the change is on it', '2024-03-30', '22:00', '06:00', [420]],
  ])('%s', (_when, date, start, end, expected) => {
    expect(elapsedReadings(clockNight(date), span(start, end))).toEqual(expected);
  });
});

describe('a time that the clock change skips', () => {
  it.each([
    ['2026-03-29', '02:00', '04:00', true, false],
    ['2026-03-29', '01:59', '02:59', false, true],
    ['2026-03-29', '01:59', '03:00', false, false],
    ['2026-03-28', '22:00', '02:30', false, true],
    ['2026-03-29', '22:00', '02:30', false, false],
    ['2026-10-25', '02:00', '02:30', false, false],
  ])('%s %s–%s', (date, start, end, startSkipped, endSkipped) => {
    expect(startIsSkipped(clockNight(date), minute(start))).toBe(startSkipped);
    expect(endIsSkipped(clockNight(date), span(start, end))).toBe(endSkipped);
  });
});

it('sees from the clock alone whether a visit can meet a change', () => {
  const met = (date: string, start: string, end: string) => touchesChange(clockNight(date), span(start, end));
  expect([met('2026-10-25', '03:00', '04:00'), met('2026-10-25', '02:59', '04:00')]).toEqual([false, true]);
  expect([met('2026-10-24', '03:00', '04:00'), met('2026-10-24', '22:00', '04:00')]).toEqual([false, true]);
  expect(met('2026-10-01', '22:00', '04:00')).toBe(false);
});
