import { describe, expect, it } from 'vitest';
import { arbetsdagar, vardagar } from '../../../shared/packs/calendars.ts';
import { minutesIn } from '../../../shared/packs/duration.ts';
import { Pack } from '../../../shared/packs/pack.ts';
import { packInForce, packNamed, packs } from '../../../shared/packs/packs.ts';
import { aPack } from '../../support/a-pack.ts';

describe('the routine in force on the day decides', () => {
  it('by name and date', () => {
    expect(packInForce('sn2016-840', '2016-12-31')).toBeUndefined();
    expect(packInForce('sn2016-840', '2017-01-01')).toBe(packNamed('sn2016-840'));
    expect(packNamed('okänd')).toBeUndefined();
  });

  it('never two of the same name on one day', () => {
    for (const pack of packs) {
      expect(packs.filter(({ name }) => name === pack.name && packInForce(name, pack.validFrom) !== pack)).toEqual([]);
    }
  });
});

describe('a municipality may follow several routines at once', () => {
  const month = packNamed('leksand');
  const orders = packNamed('sn2016-840');
  const both = packInForce('sn2016-840+leksand', '2026-11-02');

  it('each module by the first that knows it, with its rules, its parts and its parameters', () => {
    expect(both).toMatchObject({
      name: 'sn2016-840+leksand',
      modules: ['choices', 'orders', 'switches', 'months', 'invoices'],
      clock: orders?.clock,
      confirmation: orders?.confirmation,
      healthCare: true,
      month: month?.month,
      rules: orders?.rules,
    });
    expect(both?.caseFile).toBeUndefined();
    expect(both?.params).toMatchObject({ 'switch.minDays': 7, 'cutoff.enabled': true, 'monthly.dueVardag': 1 });
    expect(both?.params['review.months']).toBe(12);
  });

  it('the other way round as the first says', () => {
    const other = packInForce('leksand+sn2016-840', '2026-11-02');
    expect(other).toMatchObject({ clock: month?.clock, rules: month?.rules, caseFile: true });
    expect(other?.params['review.months']).toBe(0);
    expect({ ...other, name: '', title: '', source: '', validFrom: '' }).toEqual({
      ...month,
      name: '',
      title: '',
      source: '',
      validFrom: '',
    });
  });

  it('only while all of them are in force, and only when all are known', () => {
    expect(packInForce('leksand+sn2016-840', '2016-12-31')).toBeUndefined();
    expect(packInForce('leksand+sn2016-840', '2017-01-01')?.validFrom).toBe('2017-01-01');
    for (const name of ['leksand+okänd', 'leksand+', '+', '']) expect(packNamed(name), name).toBeUndefined();
  });

  it('adds what neither of two has, and takes nothing from either', () => {
    const { modules, notice, params } = packNamed('leksand+halmstad') ?? {};
    expect(modules).toEqual([...(month?.modules ?? []), 'purchases']);
    expect(notice).toEqual(packNamed('halmstad')?.notice);
    expect(notice?.days).toBe(28);
    expect(params?.['monthly.dueVardag']).toBe(1);
  });
});

describe('rules are the pack’s own', () => {
  it.each([
    ['leksand', 'switch.minDays=7', { window: 'L-62', switched: 'L-63', switchBy: 'D19' }],
    ['sn2016-840', 'switch.minDays=0', { window: 'S-56', switched: 'S-56', switchBy: 'D21' }],
  ])('%s with %s keeps them', (name, setting, rules) => {
    expect(aPack(name, setting).rules.switches).toMatchObject(rules);
  });

  it.each([
    ['a module without rules', { rules: {} }],
    ['rules without a module', { modules: ['choices', 'switches', 'months'] }],
    ['a demand that its deadline does not make', { confirmation: { municipal: 'SOFT', private: 'HARD' } }],
    ['a receipt that nobody asks for', { confirmation: { municipal: 'HARD', private: 'NONE' } }],
    ['orders without a clock', { clock: undefined }],
    ['purchases that nothing is said of', { modules: [...aPack('leksand').modules, 'purchases'] }],
    ['what is said of purchases that are no module', { purchases: aPack('halmstad').purchases }],
    ['acute help of one that buys nothing', { acute: aPack('helsingborg').acute }],
  ])('%s is no pack', (_what, over) => {
    expect(Pack.safeParse(aPack('leksand')).success).toBe(true);
    expect(Pack.safeParse({ ...aPack('leksand'), ...over }).success).toBe(false);
  });
});

describe('where the seeds differ, so do the packs', () => {
  it.each([
    ['switch.minDays', [0, 7]],
    ['switch.maxDays', [14, 14]],
    ['switch.simultaneity', ['OFF', 'PT60M']],
    ['switch.notifyDay', ['NEXT_CALENDAR', 'SAME_CALENDAR']],
    ['cutoff.enabled', [false, true]],
    ['rotation.urgent', ['NONE', 'LIST']],
    ['urgent.sameDay', ['SOFT', 'OFF']],
  ] as const)('%s in Leksand and SN/2016:840', (key, values) => {
    expect([aPack('leksand').params[key], aPack('sn2016-840').params[key]]).toEqual(values);
  });

  it.each([
    ['leksand', 'SOL', 'APPROVED_REPORTED', 'OWN_JOURNAL', 1],
    ['botkyrka', 'PA_DECISION', 'PERFORMED', 'SOL_JOURNAL_REF', 5],
    ['helsingborg', 'LSS', 'AGREEMENT', 'PAPER', 5],
    ['halmstad', 'SOL', 'PERFORMED', 'OWN_JOURNAL', 5],
  ])(
    '%s: legal basis, pay, documentation and the day of the month',
    (name, legalBasis, payBasis, documentation, day) => {
      expect(aPack(name).params).toMatchObject({
        legalBasis,
        payBasis,
        'documentation.mode': documentation,
        'monthly.dueVardag': day,
      });
    },
  );
});

it('an arbetsdag is a vardag that is not closed further (A17)', () => {
  const pack = aPack('leksand', 'calendar.extraClosed=2026-12-23', 'calendar.arbetsdagExtraClosed=2026-12-30');
  expect(vardagar(pack).extraClosed).toEqual(['2026-12-23']);
  expect(arbetsdagar(pack).extraClosed).toEqual(['2026-12-23', '2026-12-30']);
});

it.each([
  ['PT12H', 720],
  ['PT60M', 60],
  ['PT1H30M', 90],
  ['PT0M', 0],
])('%s is %i minutes', (duration, minutes) => {
  expect(minutesIn(duration)).toBe(minutes);
});
