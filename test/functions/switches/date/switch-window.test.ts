import { describe, expect, it } from 'vitest';
import { switchWindow } from '../../../../functions/switches/date/switch-window.ts';
import { instant } from '../../../../shared/domain/local-time.ts';
import type { Pack } from '../../../../shared/packs/pack.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';

type Given = { out: string; in?: string; told?: string; date?: string };

const window = (pack: Pack, { out, in: joining = out, told, date }: Given) =>
  accepted(
    switchWindow(
      { outAt: instant(out), inAt: instant(joining), customerAt: told === undefined ? told : instant(told), date },
      pack,
    ),
  );

const leksand = aPack('leksand');
const sn2016 = aPack('sn2016-840');

describe('the window counts from the day on which the later provider was told', () => {
  it.each([
    ['E38: Leksand, day 0 to day 14', leksand, { out: '2026-09-05T10:00:00+02:00' }, '2026-09-05', '2026-09-19'],
    ['E39: SN/2016:840, day 7 to day 14', sn2016, { out: '2026-09-01T10:30:00+02:00' }, '2026-09-08', '2026-09-15'],
    [
      'the later of the two, whichever it is',
      sn2016,
      { out: '2026-09-03T10:30:00+02:00', in: '2026-09-01T10:30:00+02:00' },
      '2026-09-10',
      '2026-09-17',
    ],
    ['a minute before midnight, by the local day', sn2016, { out: '2026-08-31T21:59:00Z' }, '2026-09-07', '2026-09-14'],
    ['a minute later is the next day', sn2016, { out: '2026-08-31T22:00:00Z' }, '2026-09-08', '2026-09-15'],
    [
      "the customer's own day, when the pack counts from it",
      aPack('leksand', 'switch.countFrom=CUSTOMER_TOLD'),
      { out: '2026-09-05T10:00:00+02:00', told: '2026-09-04T16:00:00+02:00' },
      '2026-09-04',
      '2026-09-18',
    ],
    [
      'other spans',
      aPack('leksand', 'switch.minDays=3', 'switch.maxDays=21'),
      { out: '2026-09-05T10:00:00+02:00' },
      '2026-09-08',
      '2026-09-26',
    ],
    [
      'a last day that rolls forward from a Saturday',
      aPack('leksand', 'rollForward=true'),
      { out: '2026-09-05T10:00:00+02:00' },
      '2026-09-05',
      '2026-09-21',
    ],
  ])('%s', (_which, pack, given, earliest, latest) => {
    expect(window(pack, given)).toMatchObject({ earliest, latest });
  });
});

describe('what is not as the routine wants it is marked, never stopped', () => {
  const day1 = { out: '2026-09-01T10:30:00+02:00' };
  const told = '2026-09-04T16:00:00+02:00';
  it.each([
    ['E39: the day before the window', sn2016, { ...day1, date: '2026-09-07' }, ['OUTSIDE_WINDOW']],
    ['its first day', sn2016, { ...day1, date: '2026-09-08' }, []],
    ['its last day', sn2016, { ...day1, date: '2026-09-15' }, []],
    ['E39: the day after', sn2016, { ...day1, date: '2026-09-16' }, ['OUTSIDE_WINDOW']],
    ['an hour apart is at the same time', sn2016, { ...day1, in: '2026-09-01T11:30:00+02:00' }, []],
    ['a second more is not', sn2016, { ...day1, in: '2026-09-01T11:30:01+02:00' }, ['NOT_SIMULTANEOUS']],
    ['in either order', sn2016, { ...day1, in: '2026-09-01T09:29:59+02:00' }, ['NOT_SIMULTANEOUS']],
    ['Leksand does not ask for it', leksand, { ...day1, in: '2026-09-03T10:30:00+02:00' }, []],
    ['E38: told on the next calendar day', leksand, { out: '2026-09-05T10:00:00+02:00', told }, []],
    ['at its very end', leksand, { out: '2026-09-06T00:00:00+02:00', told }, []],
    ['a second later', leksand, { out: '2026-09-06T00:00:01+02:00', told }, ['TOLD_LATE']],
    [
      'the later message decides',
      leksand,
      { out: '2026-09-05T10:00:00+02:00', in: '2026-09-06T10:00:00+02:00', told },
      ['TOLD_LATE'],
    ],
    [
      'the next vardag, when the pack says so',
      aPack('leksand', 'switch.notifyDay=NEXT_VARDAG'),
      { out: '2026-09-07T10:00:00+02:00', told },
      [],
    ],
    ['the same day in SN/2016:840', sn2016, { out: '2026-09-04T23:59:59+02:00', told }, []],
    ['the morning after is late there', sn2016, { out: '2026-09-05T08:00:00+02:00', told }, ['TOLD_LATE']],
    [
      'late too when the office has closed',
      aPack('leksand', 'officeClose=16:30'),
      { out: '2026-09-05T16:30:01+02:00', told },
      ['TOLD_LATE'],
    ],
    [
      'on a day with 25 hours the day still ends at midnight',
      leksand,
      { out: '2026-10-25T23:30:00+01:00', told: '2026-10-24T09:00:00+02:00' },
      [],
    ],
    [
      'everything at once',
      sn2016,
      { ...day1, in: '2026-09-02T10:30:00+02:00', told: '2026-09-01T09:00:00+02:00', date: '2026-09-30' },
      ['NOT_SIMULTANEOUS', 'TOLD_LATE', 'OUTSIDE_WINDOW'],
    ],
  ])('%s', (_which, pack, given: Given, warnings) => {
    const found = window(pack, given);
    expect(found.warnings).toEqual(warnings);
    expect(found.why).toHaveLength(1 + warnings.length);
  });

  it('cites the rule of each mark', () => {
    const given = { ...day1, in: '2026-09-02T10:30:00+02:00', told: '2026-09-01T09:00:00+02:00', date: '2026-09-30' };
    expect(window(sn2016, given).why.map(({ rule }) => rule)).toEqual(['S-56', 'S-44', 'S-43', 'A23']);
    const late = window(leksand, { out: '2026-09-07T10:00:00+02:00', told });
    expect(late.why.map(({ rule }) => rule)).toEqual(['L-62', 'L-61']);
  });
});

describe('refusals', () => {
  const at = instant('2026-09-05T10:00:00+02:00');
  it.each(['halmstad', 'botkyrka', 'helsingborg'])('%s knows no switches', (name) => {
    expect(switchWindow({ outAt: at, inAt: at }, aPack(name))).toMatchObject({ code: 'pack-without-switch' });
  });
  it("counting from the customer's message needs one", () => {
    const pack = aPack('leksand', 'switch.countFrom=CUSTOMER_TOLD');
    expect(switchWindow({ outAt: at, inAt: at }, pack)).toMatchObject({ code: 'customer-message-missing' });
  });
});
