import { describe, expect, it } from 'vitest';
import { type AMonth, aCase, judgedCase } from '../../../support/a-month.ts';

/** What a case comes to: paid as performed and absence, then each unpaid reason. */
async function comesTo(month: AMonth): Promise<string> {
  const { performed, absence, unpaid } = await judgedCase(month);
  return [`${performed}+${absence}`, ...Object.entries(unpaid).map(([reason, minutes]) => `${reason} ${minutes}`)].join(
    ' ',
  );
}

const visit = (day: number, status = 'UTFÖRD', at = '08:00;08:45', minutes = status === 'UTFÖRD' ? '45;45' : '45;0') =>
  `A-1;OMV;2026-10-${String(day).padStart(2, '0')};${at};${minutes};${status}`;
const stay = (type: string, from: string, to = '') => `A-1;${from};${to};;${type};;;`;
const bomtid = (day: string, start = '', notice = '', type = 'BOMTID') =>
  `A-1;2026-10-${day};;${start};${type};;${notice};`;

describe('the first rule that applies decides a row', () => {
  it.each<[string, AMonth, string]>([
    ['1 a date outside the month', { rows: ['A-1;OMV;2026-09-30;08:00;08:45;45;45;UTFÖRD'] }, '0+0 OUT_OF_PERIOD 45'],
    ['2 the same visit twice', { rows: [visit(1), visit(1)] }, '45+0 DUPLICATE 45'],
    ['2 an earlier row that submitted nothing is repeated freely', { rows: [visit(1, 'AVBOKAD'), visit(1)] }, '45+0'],
    ['2 another end is another visit', { rows: [visit(1), visit(1, 'UTFÖRD', '08:00;08:46', '45;46')] }, '91+0'],
    [
      '2 a repeat of a bomtid is a repeat',
      { rows: [visit(1, 'BOMTID'), visit(1)], form: [bomtid('01')] },
      '0+45 DUPLICATE 45',
    ],
    [
      '3 a service that is not ordered',
      { rows: ['A-1;SRV;2026-10-01;08:00;08:45;45;45;UTFÖRD'] },
      '0+0 NOT_ORDERED 45',
    ],
    ['4 before the case', { rows: [visit(4)], cases: [aCase({ from: '2026-10-05' })] }, '0+0 NOT_IN_FORCE 45'],
    ['4 the first day of the case', { rows: [visit(5)], cases: [aCase({ from: '2026-10-05' })] }, '45+0'],
    ['4 the last day of the case', { rows: [visit(5)], cases: [aCase({ to: '2026-10-05' })] }, '45+0'],
    ['4 after the case', { rows: [visit(6)], cases: [aCase({ to: '2026-10-05' })] }, '0+0 NOT_IN_FORCE 45'],
    [
      '4 between two entries of the service',
      {
        rows: [visit(6), visit(8)],
        cases: [
          aCase({
            services: [
              { code: 'OMV', minutesPerMonth: 2520, to: '2026-10-05' },
              { code: 'OMV', minutesPerMonth: 2520, from: '2026-10-08' },
            ],
          }),
        ],
      },
      '45+0 NOT_IN_FORCE 45',
    ],
    [
      '5 the day of admission is paid',
      { rows: [visit(6)], form: [stay('SJUKHUS', '2026-10-06', '2026-10-09')] },
      '45+0',
    ],
    [
      '5 days in hospital are not',
      { rows: [visit(7), visit(8)], form: [stay('SJUKHUS', '2026-10-06', '2026-10-09')] },
      '0+0 HOSPITAL 90',
    ],
    ['5 the day home again is paid', { rows: [visit(9)], form: [stay('SJUKHUS', '2026-10-06', '2026-10-09')] }, '45+0'],
    ['5 still there', { rows: [visit(31)], form: [stay('SJUKHUS', '2026-09-06')] }, '0+0 HOSPITAL 45'],
    [
      '6 the first and last day of an absence',
      { rows: [visit(6), visit(9)], form: [stay('PLANERAD FRÅNVARO', '2026-10-06', '2026-10-09')] },
      '0+0 ABSENT 90',
    ],
    [
      '6 an absence without an end is one day',
      { rows: [visit(6), visit(7)], form: [stay('planerad frånvaro', '2026-10-06')] },
      '45+0 ABSENT 45',
    ],
    [
      '7 the second day after a death',
      { rows: [visit(12)], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+0 AFTER_DEATH 45',
    ],
    [
      '7 a death in the month before',
      { rows: [visit(1)], form: [stay('AVLIDEN', '2026-09-29')] },
      '0+0 AFTER_DEATH 45',
    ],
    [
      '7 of two dates of death the earlier',
      { rows: [visit(12)], form: [stay('AVLIDEN', '2026-10-20'), stay('AVLIDEN', '2026-10-10')] },
      '0+0 AFTER_DEATH 45',
    ],
    [
      '8 the day after a death pays what was ordered',
      { rows: [visit(11, 'EJ UTFÖRD')], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+45',
    ],
    [
      '8 and no form row is needed for it',
      { rows: [visit(11, 'BOMTID')], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+45',
    ],
    [
      '8 performed minutes above it are not paid',
      { rows: [visit(11, 'UTFÖRD', '08:00;09:00', '45;60')], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+45 AFTER_DEATH 15',
    ],
    [
      '8 performed minutes below it are made up',
      { rows: [visit(11, 'UTFÖRD', '08:00;08:30', '45;30')], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+45',
    ],
    ['8 a cancelled visit is not paid', { rows: [visit(11, 'AVBOKAD')], form: [stay('AVLIDEN', '2026-10-10')] }, '0+0'],
    [
      '8 the first of the month after a death on the last',
      { rows: [visit(1, 'BOMTID')], form: [stay('AVLIDEN', '2026-09-30')] },
      '0+45',
    ],
    ['9 performed', { rows: [visit(10)], form: [stay('AVLIDEN', '2026-10-10')] }, '45+0'],
    [
      '10 notice the day before',
      { rows: [visit(9, 'BOMTID')], form: [bomtid('09', '', '2026-10-08 23:59')] },
      '0+0 NOTICE_GIVEN 45',
    ],
    [
      '10 the earliest notice counts',
      {
        rows: [visit(9, 'BOMTID')],
        form: [bomtid('09', '08:00', '2026-10-09 07:00'), bomtid('09', '', '2026-10-01 07:00')],
      },
      '0+0 NOTICE_GIVEN 45',
    ],
    [
      '10 notice about another visit is none',
      { rows: [visit(9, 'BOMTID')], form: [bomtid('09', '10:00', '2026-10-08 07:00'), bomtid('09', '8:00')] },
      '0+45',
    ],
    [
      '10 notice on the day of a death',
      { rows: [visit(9, 'BOMTID')], form: [bomtid('09', '', '2026-10-08 07:00'), stay('AVLIDEN', '2026-10-09')] },
      '0+0 NOTICE_GIVEN 45',
    ],
    ['11 the day of a death', { rows: [visit(9, 'BOMTID')], form: [stay('AVLIDEN', '2026-10-09')] }, '0+45'],
    [
      '11 falls away',
      { rows: [visit(9, 'BOMTID')], form: [stay('AVLIDEN', '2026-10-09')], rules: { deathDayRemainder: 'NONE' } },
      '0+0 NO_DEVIATION_ROW 45',
    ],
    ['12 no form row', { rows: [visit(9, 'BOMTID')] }, '0+0 NO_DEVIATION_ROW 45'],
    [
      '12 a form row of another kind',
      { rows: [visit(9, 'BOMTID')], form: [stay('ÖVRIGT', '2026-10-09')] },
      '0+0 NO_DEVIATION_ROW 45',
    ],
    [
      '12 the day of an admission: nobody could give notice',
      { rows: [visit(9, 'BOMTID')], form: [stay('SJUKHUS', '2026-10-09')] },
      '0+45',
    ],
    [
      '12 an admission that the municipality knows of',
      {
        rows: [visit(9, 'BOMTID'), visit(10)],
        cases: [aCase({ known: [{ kind: 'HOSPITAL', from: '2026-10-09', to: null }] })],
      },
      '0+45 HOSPITAL 45',
    ],
    [
      '10 notice goes before the admission',
      {
        rows: [visit(9, 'BOMTID')],
        form: [stay('SJUKHUS', '2026-10-09'), bomtid('09', '', '2026-10-08 12:00')],
      },
      '0+0 NOTICE_GIVEN 45',
    ],
    [
      '7 of a known death and the form’s the earlier',
      {
        rows: [visit(11), visit(12)],
        form: [stay('AVLIDEN', '2026-10-20')],
        cases: [aCase({ known: [{ kind: 'DEATH', on: '2026-10-10' }] })],
      },
      '0+45 AFTER_DEATH 45',
    ],
    [
      '5 a known stay and the form’s are united',
      {
        rows: [visit(5), visit(8), visit(12)],
        form: [stay('SJUKHUS', '2026-10-07', '2026-10-13')],
        cases: [aCase({ known: [{ kind: 'HOSPITAL', from: '2026-10-04', to: '2026-10-09' }] })],
      },
      '0+0 HOSPITAL 135',
    ],
    [
      '2 a repeat of what rule 8 paid is a repeat',
      { rows: [visit(11, 'EJ UTFÖRD'), visit(11, 'BOMTID')], form: [stay('AVLIDEN', '2026-10-10')] },
      '0+45 DUPLICATE 45',
    ],
    ['13 declined at the door', { rows: [visit(9, 'BOMTID')], form: [bomtid('09', '', '', 'avsagd')] }, '0+45'],
    [
      '13 notice at midnight is on the day',
      { rows: [visit(9, 'BOMTID')], form: [bomtid('09', '', '2026-10-09 0:00')] },
      '0+45',
    ],
    ['14 cancelled and not performed', { rows: [visit(9, 'AVBOKAD'), visit(9, 'EJ UTFÖRD')] }, '0+0'],
  ])('%s', async (_rule, month, expected) => {
    expect(await comesTo(month)).toBe(expected);
  });
});

describe('two workers at the same time', () => {
  const header =
    'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status;Personal';
  const by = (...workers: string[]) => ({
    raw: { report: [header, ...workers.map((worker) => `2026-10;P1;${visit(1)};${worker}`)].join('\n') },
  });
  it.each<[string, AMonth, string]>([
    ['are the customer’s time once', by('m1', 'm2'), '45+0 DOUBLE_STAFFING 45'],
    ['are each paid where the pack says so', { ...by('m1', 'm2', 'm3'), rules: { doubleStaffing: 'EACH' } }, '135+0'],
    ['are a repeat when it is the same worker', by('m1', 'm1'), '45+0 DUPLICATE 45'],
    ['are a repeat when the first names nobody', by('', 'm2'), '45+0 DUPLICATE 45'],
    ['are a repeat when the second names nobody', by('m1', ''), '45+0 DUPLICATE 45'],
    ['are a repeat when the worker was there before', by('m1', 'm2', 'm1'), '45+0 DUPLICATE 45 DOUBLE_STAFFING 45'],
    ['are a repeat when any earlier row names nobody', by('m1', '', 'm3'), '45+0 DUPLICATE 90'],
  ])('%s', async (_when, month, expected) => {
    expect(await comesTo(month)).toBe(expected);
  });
});

describe('when notice leaves bomtid unpaid', () => {
  const paid = '0+45';
  const unpaid = '0+0 NOTICE_GIVEN 45';
  it.each([
    ['BEFORE_VISIT', '2026-10-09 07:59', unpaid],
    ['BEFORE_VISIT', '2026-10-09 08:00', paid],
    ['BEFORE_VISIT', '', paid],
    ['HOURS:2', '2026-10-09 06:00', unpaid],
    ['HOURS:2', '2026-10-09 06:01', paid],
    ['HOURS:0', '2026-10-09 08:00', unpaid],
    ['HOURS:0', '', paid],
  ] as const)('%s, notice %s', async (bomtidNotice, notice, expected) => {
    const form = [bomtid('09', '', notice)];
    expect(await comesTo({ rows: [visit(9, 'BOMTID')], form, rules: { bomtidNotice } })).toBe(expected);
  });

  it.each([
    ['over the night with an hour more, 24 hours are reached', 'HOURS:24', '2026-10-24 09:00', unpaid],
    ['and 25 by the clock’s 24', 'HOURS:25', '2026-10-24 08:00', unpaid],
    ['but not 26', 'HOURS:26', '2026-10-24 08:00', paid],
  ] as const)('%s', async (_when, bomtidNotice, notice, expected) => {
    const form = [bomtid('25', '', notice)];
    expect(await comesTo({ rows: [visit(25, 'BOMTID')], form, rules: { bomtidNotice } })).toBe(expected);
  });
});

describe('a visit that was called off and that no form row is about is a warning', () => {
  it.each<[string, AMonth, string[]]>([
    ['without a form row', { rows: [visit(9, 'AVBOKAD')] }, ['UNEXPLAINED']],
    ['with any form row that day', { rows: [visit(9, 'EJ UTFÖRD')], form: [bomtid('09', '12:00')] }, []],
    ['on the day of admission', { rows: [visit(9, 'AVBOKAD')], form: [stay('SJUKHUS', '2026-10-09')] }, []],
    ['on the day home again', { rows: [visit(9, 'AVBOKAD')], form: [stay('SJUKHUS', '2026-10-02', '2026-10-09')] }, []],
    [
      'on the day of a known death',
      { rows: [visit(9, 'AVBOKAD')], cases: [aCase({ known: [{ kind: 'DEATH', on: '2026-10-09' }] })] },
      [],
    ],
    ['decided by another rule', { rows: [visit(9, 'AVBOKAD')], form: [stay('PLANERAD FRÅNVARO', '2026-10-09')] }, []],
  ])('%s', async (_when, month, warnings) => {
    expect((await judgedCase(month)).warnings).toEqual(warnings);
  });
});

describe('what is paid or not by what the municipality knows says so in the trail', () => {
  const own = 'kommunens egen uppgift';
  const known = aCase({
    known: [
      { kind: 'HOSPITAL', from: '2026-10-05', to: '2026-10-08' },
      { kind: 'DEATH', on: '2026-10-10' },
    ],
  });
  const rows = [visit(4), visit(5, 'BOMTID'), visit(6), visit(10, 'BOMTID'), visit(11), visit(12)];

  it('row by row and rule by rule', async () => {
    const month: AMonth = { rows, cases: [known] };
    const { trail } = await judgedCase(month);
    const said = trail.map(({ rule, outcome, text }) => `${rule} ${outcome} ${text.includes(own)}`);
    expect(said).toEqual([
      'L-43 PAID false',
      'L-47 PAID true',
      'A26 PAID true',
      'L-48 PAID true',
      'L-46 HOSPITAL true',
      'L-49 AFTER_DEATH true',
    ]);
    const all = await judgedCase({ ...month, trail: 'all' });
    expect(all.trail.map(({ text }) => text.includes(own))).toEqual([false, true, true, true, true, true]);
  });

  it('and not when it is the form that tells', async () => {
    const form = [stay('SJUKHUS', '2026-10-05', '2026-10-08'), stay('AVLIDEN', '2026-10-10')];
    const { trail } = await judgedCase({ rows, form });
    expect(trail.map(({ text }) => text).join()).not.toContain(own);
  });
});
