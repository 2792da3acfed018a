import { describe, expect, it } from 'vitest';
import { startLimit } from '../../../../functions/orders/limits/start-limit.ts';
import { instant, localIso } from '../../../../shared/domain/local-time.ts';
import type { ProviderKind } from '../../../../shared/packs/pack.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';

const limit = (at: string, kind: ProviderKind, pack = aPack('sn2016-840')) => {
  const { clockStart, due, literalDue, why } = accepted(startLimit(instant(at), kind, pack));
  return { clockStart: localIso(clockStart), due: localIso(due), literalDue: localIso(literalDue), why };
};

describe('a municipal provider starts within 24 hours of distribution; after 14:00 counts as 07:00 next working day', () => {
  it.each([
    [
      'E01: the afternoon before midsommarafton',
      '2026-06-18T15:20:00+02:00',
      '2026-06-22T07:00:00+02:00',
      '2026-06-23T07:00:00+02:00',
    ],
    ['E03: a Friday afternoon', '2026-06-12T15:20:00+02:00', '2026-06-15T07:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    [
      'E05: 14:00 sharp is not after',
      '2026-06-12T14:00:00+02:00',
      '2026-06-12T14:00:00+02:00',
      '2026-06-13T14:00:00+02:00',
    ],
    ['E06: a second later', '2026-06-12T14:00:01+02:00', '2026-06-15T07:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    ['a thousandth later', '2026-06-12T14:00:00.001+02:00', '2026-06-15T07:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    ['E07: a working morning', '2026-09-15T09:12:00+02:00', '2026-09-15T09:12:00+02:00', '2026-09-16T09:12:00+02:00'],
    [
      'E09: a Saturday before the autumn change',
      '2026-10-24T10:00:00+02:00',
      '2026-10-24T10:00:00+02:00',
      '2026-10-25T09:00:00+01:00',
    ],
    [
      'E11: a Saturday before the spring change',
      '2026-03-28T10:00:00+01:00',
      '2026-03-28T10:00:00+01:00',
      '2026-03-29T11:00:00+02:00',
    ],
    ['written in UTC', '2026-06-12T12:00:01Z', '2026-06-15T07:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    ['a Saturday afternoon', '2026-06-13T15:00:00+02:00', '2026-06-15T07:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    [
      'a Friday afternoon before the spring change',
      '2026-03-27T15:00:00+01:00',
      '2026-03-30T07:00:00+02:00',
      '2026-03-31T07:00:00+02:00',
    ],
    [
      'the last evening of the year',
      '2026-12-30T23:59:59+01:00',
      '2027-01-04T07:00:00+01:00',
      '2027-01-05T07:00:00+01:00',
    ],
  ])('%s', (_when, at, clockStart, due) => {
    expect(limit(at, 'municipal')).toMatchObject({ clockStart, due });
  });
});

it('E15: a private provider counts from the contact, by the same hours', () => {
  const contact = limit('2026-11-02T14:30:00+01:00', 'private');
  expect(contact).toMatchObject({ clockStart: '2026-11-03T07:00:00+01:00', due: '2026-11-04T07:00:00+01:00' });
  expect(contact.why.map(({ rule }) => rule)).toEqual(['S-31', 'S-32', 'A03']);
  expect(limit('2026-11-02T11:00:00+01:00', 'municipal').due).toBe('2026-11-03T11:00:00+01:00');
});

it('Leksand counts 24 hours from when the order was sent, at any hour', () => {
  const sent = limit('2026-09-16T15:20:00+02:00', 'private', aPack('leksand'));
  expect(sent).toMatchObject({ clockStart: '2026-09-16T15:20:00+02:00', due: '2026-09-17T15:20:00+02:00' });
  expect(sent.why.map(({ rule }) => rule)).toEqual(['L-13', 'A03']);
  expect(limit('2026-09-16T15:20:00+02:00', 'municipal', aPack('leksand'))).toEqual(sent);
});

it('keeps the limit without the shift beside the one that counts (A06)', () => {
  expect(limit('2026-06-12T15:20:00+02:00', 'municipal').literalDue).toBe('2026-06-13T15:20:00+02:00');
  const unshifted = limit('2026-06-12T15:20:00+02:00', 'municipal', aPack('sn2016-840', 'cutoff.enabled=false'));
  expect(unshifted.due).toBe(unshifted.literalDue);
});

it('explains itself in words', () => {
  expect(limit('2026-06-18T15:20:00+02:00', 'municipal').why).toEqual([
    { rule: 'S-12', text: 'Uppdraget fördelades tors 18 juni 2026 15:20.' },
    { rule: 'S-13', text: 'Efter kl. 14:00 räknas som kl. 07:00 nästkommande vardag: mån 22 juni 2026 07:00.' },
    { rule: 'A03', text: 'Därifrån räknas 24 timmar: senast tis 23 juni 2026 07:00.' },
  ]);
  expect(limit('2026-06-13T10:00:00+02:00', 'municipal').why[1]).toMatchObject({ rule: 'A08' });
});

describe('each reading is a parameter', () => {
  const wallClock = ['dygnMode=WALL_CLOCK_P1D'];
  const shift = ['cutoff.offHours=SHIFT'];
  it.each([
    ['a dygn on the wall clock in autumn', wallClock, '2026-10-24T10:00:00+02:00', '2026-10-25T10:00:00+01:00'],
    ['a dygn on the wall clock in spring', wallClock, '2026-03-28T10:00:00+01:00', '2026-03-29T10:00:00+02:00'],
    [
      'a dygn on the wall clock into the skipped hour',
      wallClock,
      '2026-03-28T02:30:00+01:00',
      '2026-03-29T03:30:00+02:00',
    ],
    [
      'another cut-off, to the second',
      ['cutoff.time=15:20:30'],
      '2026-06-12T15:20:30+02:00',
      '2026-06-13T15:20:30+02:00',
    ],
    ['a second after it', ['cutoff.time=15:20:30'], '2026-06-12T15:20:31+02:00', '2026-06-16T07:00:00+02:00'],
    ['another opening', ['cutoff.resume=08:30'], '2026-06-12T15:20:00+02:00', '2026-06-16T08:30:00+02:00'],
    [
      'Saturday as a working day',
      ['calendar.saturdayIsVardag=true'],
      '2026-06-12T15:20:00+02:00',
      '2026-06-14T07:00:00+02:00',
    ],
    ['eves as working days', ['calendar.evesAreVardag=true'], '2026-06-18T15:20:00+02:00', '2026-06-20T07:00:00+02:00'],
    [
      'a day kept closed',
      ['calendar.extraClosed=2026-06-15'],
      '2026-06-12T15:20:00+02:00',
      '2026-06-17T07:00:00+02:00',
    ],
    ['off hours shifted: a Saturday morning', shift, '2026-06-13T10:00:00+02:00', '2026-06-16T07:00:00+02:00'],
    ['off hours shifted: before opening', shift, '2026-06-12T06:59:59+02:00', '2026-06-13T07:00:00+02:00'],
    ['off hours shifted: at opening', shift, '2026-06-12T07:00:00+02:00', '2026-06-13T07:00:00+02:00'],
    ['off hours shifted: a working morning stands', shift, '2026-06-12T09:00:00+02:00', '2026-06-13T09:00:00+02:00'],
    ['off hours shifted: a Sunday night', shift, '2026-06-14T23:00:00+02:00', '2026-06-16T07:00:00+02:00'],
  ])('%s', (_which, settings, at, due) => {
    expect(limit(at, 'municipal', aPack('sn2016-840', ...settings)).due).toBe(due);
  });
});

it('a routine without orders has no start limit', () => {
  expect(startLimit(instant('2026-06-12T09:00:00Z'), 'municipal', aPack('halmstad'))).toMatchObject({
    ok: false,
    code: 'pack-without-clock',
  });
});

/**
 * An independent slow reckoning: the closed days and the clock changes of two years written out by hand, the local
 * time kept by counting minutes. Every eleventh minute is looked at, so each minute of the day comes up every eleven days.
 */
it('agrees with a calendar written by hand, all through two years', () => {
  const closed = new Set(
    `2026-01-01 2026-01-06 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-06-19 2026-12-24 2026-12-25 2026-12-31
     2027-01-01 2027-01-06 2027-03-26 2027-03-29 2027-05-06 2027-06-25 2027-12-24 2027-12-31`.split(/\s+/),
  );
  const summers = [
    ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
    ['2027-03-28T01:00Z', '2027-10-31T01:00Z'],
  ].map((summer) => summer.map(Date.parse));
  const hour = 3_600_000;
  const ahead = (at: number) => (summers.some(([from = 0, to = 0]) => at >= from && at < to) ? 2 : 1) * hour;
  const opensAfter = (day: number): number => {
    const next = new Date(day + 24 * hour);
    const open = next.getUTCDay() > 0 && next.getUTCDay() < 6 && !closed.has(next.toISOString().slice(0, 10));
    if (!open) return opensAfter(day + 24 * hour);
    const morning = day + 31 * hour;
    return morning - ahead(morning - 2 * hour);
  };

  const wrong: string[] = [];
  const pack = aPack('sn2016-840');
  for (let at = Date.parse('2026-01-01T00:00Z'); at < Date.parse('2027-12-30T00:00Z'); at += 11 * 60_000) {
    const local = at + ahead(at);
    const sinceMidnight = local % (24 * hour);
    const counted = sinceMidnight > 14 * hour ? opensAfter(local - sinceMidnight) : at;
    const { clockStart, due } = accepted(startLimit(new Date(at).toISOString(), 'municipal', pack));
    const agrees = Date.parse(clockStart) === counted && Date.parse(due) === counted + 24 * hour;
    if (!agrees) wrong.push(`${new Date(at).toISOString()}: ${clockStart}`);
  }
  expect(wrong).toEqual([]);
});
