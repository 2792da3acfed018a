import { describe, expect, it } from 'vitest';
import { monthDates } from '../../../../functions/months/opening/month-dates.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';

const dates = (month: string, ...settings: string[]) => {
  const { submission, report, statement } = accepted(monthDates(month, aPack('leksand', ...settings)));
  return [submission, report, statement];
};

describe('submission, signed report and statement are due on the 1st, 5th and 10th vardag of the month after', () => {
  it.each([
    ['2025-12', ['2026-01-02', '2026-01-09', '2026-01-16'], ['2026-01-02', '2026-01-08', '2026-01-14']],
    ['2026-01', ['2026-02-02', '2026-02-06', '2026-02-13'], ['2026-02-02', '2026-02-06', '2026-02-12']],
    ['2026-02', ['2026-03-02', '2026-03-06', '2026-03-13'], ['2026-03-02', '2026-03-06', '2026-03-12']],
    ['2026-03', ['2026-04-01', '2026-04-09', '2026-04-16'], ['2026-04-01', '2026-04-08', '2026-04-14']], // E19
    ['2026-04', ['2026-05-04', '2026-05-08', '2026-05-18'], ['2026-05-02', '2026-05-07', '2026-05-13']], // E20
    ['2026-05', ['2026-06-01', '2026-06-05', '2026-06-12'], ['2026-06-01', '2026-06-05', '2026-06-12']],
    ['2026-06', ['2026-07-01', '2026-07-07', '2026-07-14'], ['2026-07-01', '2026-07-06', '2026-07-11']],
    ['2026-07', ['2026-08-03', '2026-08-07', '2026-08-14'], ['2026-08-01', '2026-08-06', '2026-08-12']],
    ['2026-08', ['2026-09-01', '2026-09-07', '2026-09-14'], ['2026-09-01', '2026-09-05', '2026-09-11']],
    ['2026-09', ['2026-10-01', '2026-10-07', '2026-10-14'], ['2026-10-01', '2026-10-06', '2026-10-12']],
    ['2026-10', ['2026-11-02', '2026-11-06', '2026-11-13'], ['2026-11-02', '2026-11-06', '2026-11-12']],
    ['2026-11', ['2026-12-01', '2026-12-07', '2026-12-14'], ['2026-12-01', '2026-12-05', '2026-12-11']],
    ['2026-12', ['2027-01-04', '2027-01-11', '2027-01-18'], ['2027-01-02', '2027-01-08', '2027-01-14']],
    ['2027-01', ['2027-02-01', '2027-02-05', '2027-02-12'], ['2027-02-01', '2027-02-05', '2027-02-11']],
    ['2027-02', ['2027-03-01', '2027-03-05', '2027-03-12'], ['2027-03-01', '2027-03-05', '2027-03-11']],
    ['2027-03', ['2027-04-01', '2027-04-07', '2027-04-14'], ['2027-04-01', '2027-04-06', '2027-04-12']],
    ['2027-04', ['2027-05-03', '2027-05-10', '2027-05-17'], ['2027-05-03', '2027-05-08', '2027-05-14']],
    ['2027-05', ['2027-06-01', '2027-06-07', '2027-06-14'], ['2027-06-01', '2027-06-05', '2027-06-11']],
    ['2027-06', ['2027-07-01', '2027-07-07', '2027-07-14'], ['2027-07-01', '2027-07-06', '2027-07-12']],
    ['2027-07', ['2027-08-02', '2027-08-06', '2027-08-13'], ['2027-08-02', '2027-08-06', '2027-08-12']],
    ['2027-08', ['2027-09-01', '2027-09-07', '2027-09-14'], ['2027-09-01', '2027-09-06', '2027-09-11']],
    ['2027-09', ['2027-10-01', '2027-10-07', '2027-10-14'], ['2027-10-01', '2027-10-06', '2027-10-12']],
    ['2027-10', ['2027-11-01', '2027-11-05', '2027-11-12'], ['2027-11-01', '2027-11-05', '2027-11-12']],
    ['2027-11', ['2027-12-01', '2027-12-07', '2027-12-14'], ['2027-12-01', '2027-12-06', '2027-12-11']],
  ])('%s, and with Saturday as a vardag', (month, usual, withSaturday) => {
    expect(dates(month)).toEqual(usual);
    expect(dates(month, 'calendar.saturdayIsVardag=true')).toEqual(withSaturday);
    expect(dates(month, 'calendar.evesAreVardag=true')).toEqual(usual);
  });
});

it('moves with a day the municipality keeps closed, and with its own day for the submission', () => {
  expect(dates('2026-10', 'calendar.extraClosed=2026-11-02')).toEqual(['2026-11-03', '2026-11-09', '2026-11-16']);
  expect(dates('2026-10', 'monthly.dueVardag=3')).toEqual(['2026-11-04', '2026-11-06', '2026-11-13']);
});

it('names the rule of each day and every day that does not count', () => {
  const { why } = accepted(monthDates('2026-03', aPack('leksand', 'calendar.extraClosed=2026-04-02')));
  expect(why.map(({ rule }) => rule)).toEqual(['L-22', 'L-33', 'L-37', 'A16', 'A16', 'A16', 'A16', 'A16']);
  expect(why.map(({ text }) => text).slice(1, 2)).toEqual([
    'Handläggarens undertecknade rapport lämnas den 5:e vardagen i april 2026, senast fre 10 apr kl. 24:00.',
  ]);
  expect(why.map(({ text }) => text).slice(3)).toEqual([
    'Lördagar och söndagar räknas inte som vardagar.',
    'tors 2 apr räknas inte: stängt enligt kommunens beslut.',
    'fre 3 apr räknas inte: långfredagen.',
    'sön 5 apr räknas inte: påskdagen.',
    'mån 6 apr räknas inte: annandag påsk.',
  ]);
});

it('says when the office closes, where that is when the day ends', () => {
  const { why } = accepted(monthDates('2026-10', aPack('leksand', 'officeClose=16:30')));
  expect(why[0]?.text).toMatch('senast mån 2 nov kl. 16:30.');
});

it.each(['sn2016-840', 'botkyrka', 'helsingborg', 'halmstad'])('%s has no such month', (name) => {
  expect(monthDates('2026-10', aPack(name))).toMatchObject({ ok: false, code: 'pack-without-month' });
});
