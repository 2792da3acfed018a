import { describe, expect, it } from 'vitest';
import { boughtIn, type Extent } from '../../../functions/purchases/extent.ts';
import { noticeCost } from '../../../functions/purchases/notice-cost.ts';
import { notice } from '../../../functions/purchases/notice-period.ts';
import { daysBetween, plusDays } from '../../../shared/domain/local-time.ts';
import { accepted, aPack } from '../../support/a-pack.ts';
import { Seeded } from '../../support/random-month.ts';

const week: Extent = { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] };
const pack = aPack('halmstad');

describe('what is bought, in minutes', () => {
  it.each([
    ['two weeks of Monday to Friday', week, '2026-09-14', '2026-09-27', 1200],
    ['a weekend has none of them', week, '2026-09-19', '2026-09-20', 0],
    ['a day of five', week, '2026-09-16', '2026-09-16', 120],
    ['a week without weekdays is every day', { minutes: 70, per: 'WEEK' }, '2026-09-19', '2026-09-20', 20],
    [
      'a week that does not divide, rounded once',
      { minutes: 100, per: 'WEEK', weekdays: [1, 3, 5] },
      '2026-09-14',
      '2026-09-16',
      67,
    ],
    ['half a month', { minutes: 600, per: 'MONTH' }, '2026-09-01', '2026-09-15', 300],
    ['over two months, rounded once', { minutes: 100, per: 'MONTH' }, '2026-01-31', '2026-02-01', 7],
    ['nothing before it begins', week, '2026-09-20', '2026-09-19', 0],
  ] as const)('%s', (_which, extent, from, to, minutes) => {
    expect(boughtIn(extent as Extent, { from, to })).toBe(minutes);
  });

  it('a week is as many as counting its days one by one, wherever it begins (10,000 by chance)', () => {
    const chance = new Seeded(4);
    for (let n = 0; n < 10_000; n++) {
      const from = plusDays('2020-01-01', chance.whole(0, 3000));
      const to = plusDays(from, chance.whole(0, 60));
      const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => chance.percent(50));
      if (weekdays.length === 0) continue;
      const minutes = chance.whole(0, 5000);
      let days = 0;
      for (let day = from; day <= to; day = plusDays(day, 1)) {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
        if (weekdays.includes(weekday)) days += 1;
      }
      const expected = Math.floor((2 * minutes * days + weekdays.length) / (2 * weekdays.length));
      expect(boughtIn({ minutes, per: 'WEEK', weekdays }, { from, to })).toBe(expected);
    }
  });
});

describe('what short notice costs (M-23, A38)', () => {
  const cost = (effective: string, more: object = {}, by = pack) => {
    const given = accepted(notice('2026-08-31', effective, by));
    return noticeCost(effective, given, { before: week, orePerHour: 38_000, ...more }, by);
  };
  const ordered = aPack('halmstad', 'noticeBilling=ORDERED');

  it('ten hours a week, fourteen days short: nothing, or 7 600,00 kr', () => {
    expect(cost('2026-09-14')).toEqual({
      billing: { ACTUAL: { minutes: 0, amountOre: 0 }, ORDERED: { minutes: 1200, amountOre: 760_000 } },
      charged: { policy: 'ACTUAL', minutes: 0, amountOre: 0 },
    });
    expect(cost('2026-09-14', {}, ordered).charged).toEqual({ policy: 'ORDERED', minutes: 1200, amountOre: 760_000 });
  });

  it.each([
    ['in time it costs nothing', '2026-09-28', {}, 0],
    ['a day short that is a Sunday', '2026-09-27', {}, 0],
    ['never past the agreed last day, or a death', '2026-09-14', { last: '2026-09-16' }, 360],
    ['none after it', '2026-09-14', { last: '2026-09-13' }, 0],
    ['a reduction: what is no longer ordered', '2026-09-14', { after: { ...week, minutes: 450 } }, 300],
    ['an increase is none', '2026-09-14', { after: { ...week, minutes: 700 } }, 0],
  ])('%s', (_which, effective, more, minutes) => {
    expect(cost(effective, more, ordered).charged.minutes).toBe(minutes);
  });

  it('is owed for the days that are short and no others (10,000 by chance)', () => {
    const chance = new Seeded(23);
    for (let n = 0; n < 10_000; n++) {
      const at = plusDays('2024-01-01', chance.whole(0, 900));
      const effective = plusDays(at, chance.whole(0, 60));
      const given = accepted(notice(at, effective, ordered));
      expect(given.short).toBe(Math.max(0, 28 - daysBetween(at, effective)));
      const before: Extent = { minutes: 70 * chance.whole(0, 40), per: 'WEEK' };
      const { charged } = noticeCost(effective, given, { before, orePerHour: 6_000 }, ordered);
      expect(charged.minutes).toBe((before.minutes / 7) * given.short);
      expect(charged.amountOre).toBe(charged.minutes * 100);
    }
  });
});
