import { describe, expect, it } from 'vitest';
import { acuteDays, isAgreementLate, isFollowUpDue } from '../../../../functions/purchases/acute/acute-days.ts';
import { acuteWithin, recurs } from '../../../../functions/purchases/acute/recurrence.ts';
import { stateOn } from '../../../../functions/purchases/purchase-state.ts';
import { endHelp } from '../../../../functions/purchases/running/end.ts';
import { daysBetween, plusDays } from '../../../../shared/domain/local-time.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aPurchase, aRunning, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';
import { Seeded } from '../../../support/random-month.ts';

const helsingborg = aBuyer('helsingborg');
const dueAt = (when: string, purchase = anAcuteHelp()) => isFollowUpDue(purchase, at(when), helsingborg);

describe('E43: first visit on Monday 1 June', () => {
  it.each([
    ['2026-06-01', 1],
    ['2026-06-12', 12],
    ['2026-06-14', 14],
    ['2026-06-15', 15],
  ])('%s is day %i', (today, day) => {
    expect(acuteDays(anAcuteHelp(), today, helsingborg)).toEqual({
      ...{ firstVisit: '2026-06-01', day, warnOn: '2026-06-12', followUpDue: '2026-06-15' },
      ...{ agreementBy: '2026-06-15', remindOn: '2026-06-08' },
    });
  });

  it('H-28: more than fourteen days from Monday 15 June at 00:00, and not a minute before', () => {
    expect([dueAt('2026-06-14 23:59'), dueAt('2026-06-15 00:00')]).toEqual([false, true]);
    expect(stateOn(anAcuteHelp(), at('2026-06-14 23:59'), helsingborg)).toBe('running');
    expect(stateOn(anAcuteHelp(), at('2026-06-15 00:00'), helsingborg)).toBe('follow-up-due');
  });

  it('ended on the fourteenth: nothing', () => {
    const end = { on: '2026-06-14', reason: 'assistenten är tillbaka', cause: 'NEED_OVER' } as const;
    const ended = accepted(endHelp(anAcuteHelp(), end, who('receiving-manager', '2026-06-16 09:00'), helsingborg));
    expect(dueAt('2026-06-16 09:00', ended)).toBe(false);
    expect(stateOn(ended, at('2026-06-16 09:00'), helsingborg)).toBe('ended');
  });

  it('only of acute help that has begun, in a routine that has it', () => {
    expect(acuteDays(aRunning(), '2026-09-30', helsingborg)).toBeUndefined();
    expect(acuteDays(aPurchase({ mode: 'ACUTE' }), '2026-09-30', helsingborg)).toBeUndefined();
    expect(acuteDays(anAcuteHelp(), '2026-06-15', aBuyer('halmstad'))).toBeUndefined();
    expect(dueAt('2026-07-01 09:00', anAcuteHelp({ convertedAt: at('2026-06-20 09:00') }))).toBe(false);
  });

  it('A41: the agreement afterwards is late when its fourteen days are over', () => {
    const days = { agreementBy: '2026-06-15' };
    expect([isAgreementLate(days, at('2026-06-15 23:59')), isAgreementLate(days, at('2026-06-16 00:00'))]).toEqual([
      false,
      true,
    ]);
    const week = aBuyer('helsingborg', 'retroAgreementWithin=7');
    expect(acuteDays(anAcuteHelp(), '2026-06-02', week)).toMatchObject({
      agreementBy: '2026-06-08',
      remindOn: '2026-06-04',
    });
  });

  it('counts calendar days whatever the hour and the clock changes (10,000 by chance)', () => {
    const chance = new Seeded(43);
    for (let n = 0; n < 10_000; n++) {
      const first = plusDays('2024-01-01', chance.whole(0, 1500));
      const today = plusDays(first, chance.whole(0, 60));
      const clock = (): string =>
        `${String(chance.whole(0, 23)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
      const visitAt = at(`${first} ${clock()}`);
      const help = anAcuteHelp({ begun: { at: visitAt, by: 'hcm', visitAt } });
      expect(acuteDays(help, today, helsingborg)?.day).toBe(daysBetween(first, today) + 1);
      expect(isFollowUpDue(help, at(`${today} ${clock()}`), helsingborg)).toBe(daysBetween(first, today) >= 14);
    }
  });
});

describe('H-22: acute help that recurs (A42)', () => {
  it.each([
    ['none before', [], false],
    ['the day before', ['2026-06-19'], true],
    ['the same day', ['2026-06-20'], true],
    ['thirty days before', ['2026-05-21'], true],
    ['thirty-one days before', ['2026-05-20'], false],
    ['later than this one', ['2026-06-21'], false],
  ])('%s', (_what, earlier, is) => {
    expect(
      recurs(
        earlier.map((firstVisit) => ({ firstVisit })),
        '2026-06-20',
        helsingborg,
      ),
    ).toBe(is);
  });

  it('as many as the municipality lets be', () => {
    const one = [{ firstVisit: '2026-06-10' }];
    expect(recurs(one, '2026-06-20', aBuyer('helsingborg', 'acute.maxWithoutPlan=2'))).toBe(false);
    expect(recurs([], '2026-06-20', aBuyer('helsingborg', 'acute.maxWithoutPlan=0'))).toBe(true);
    expect(recurs(one, '2026-06-20', aBuyer('halmstad'))).toBe(false);
  });

  it('counts exactly those begun within the days (5,000 by chance)', () => {
    const chance = new Seeded(22);
    for (let n = 0; n < 5_000; n++) {
      const on = plusDays('2026-01-01', chance.whole(0, 300));
      const back = Array.from({ length: chance.whole(0, 6) }, () => chance.whole(-10, 60));
      const earlier = back.map((days) => ({ firstVisit: plusDays(on, -days) }));
      expect(acuteWithin(earlier, on, 30)).toBe(back.filter((days) => days >= 0 && days <= 30).length);
    }
  });
});
