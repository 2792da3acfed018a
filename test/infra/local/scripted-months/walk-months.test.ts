import { describe, expect, it } from 'vitest';
import { amountOre } from '../../../../functions/months/money.ts';
import { verifyRecordFile } from '../../../../shared/domain/verify-record-file.ts';
import { aReport, type Visit } from '../../../support/a-report.ts';
import { type AMonth, aCase } from '../../../support/month-folders.ts';
import { type AHistory, foldersOf, walkHistory } from '../../../support/walked-history.ts';

const rate = (month: string) => (month < '2026-11' ? 38_750 : 40_000);
/** A visit of an hour on each of these days. */
const hours = (...days: readonly number[]): readonly Visit[] => days.map((day) => [day, 60]);
const on = (date: string, time = '10:00') => `${date}T${time}:00+01:00`;
const month = (visits: readonly Visit[], later: readonly object[] = [], more: Partial<AMonth> = {}): AMonth => ({
  ...{ cases: [aCase('A-1', 3_000), aCase('A-2', 3_000)], visits: { P1: { 'A-1': visits, 'A-2': hours(5) } }, later },
  ...more,
});
const died = (at: string, day: string) => ({ at, caseNo: 'A-1', known: { kind: 'DEATH', on: day } });

/** Walked, and what is paid in all held against what the months truly come to. */
async function sumsOf(history: AHistory, minutes: Readonly<Record<string, number>>) {
  const walked = await walkHistory(foldersOf(history));
  expect(walked.left).toEqual([]);
  const paid = walked.rows.reduce((sum, { toInvoiceOre }) => sum + toInvoiceOre, 0);
  const truth = Object.entries(minutes).reduce((sum, [of, some]) => sum + amountOre(some, rate(of)), 0);
  expect(paid + (walked.rows.at(-1)?.carriedForwardOre ?? 0)).toBe(truth);
  for (const record of walked.records)
    expect(await verifyRecordFile(record, walked.keys)).toMatchObject({ valid: true, trusted: true });
  return walked;
}

describe('what is told after a month was stated', () => {
  it('a death told, undone and told again over two stated months', async () => {
    const first = died(on('2026-12-15'), '2026-10-10');
    const { adjustments } = await sumsOf(
      {
        '2026-10': month(hours(2, 9, 20)),
        '2026-11': month(hours(3, 4)),
        '2026-12': month([], [first]),
        '2027-01': month([], [{ at: on('2027-01-14'), undo: 0, in: '2026-12' }, died(on('2027-01-20'), '2026-11-02')]),
      },
      { '2026-10': 240, '2026-11': 120, '2026-12': 60, '2027-01': 60 },
    );
    // The third of November is the day after the death, on which a visit may still be paid as the pack says.
    expect(adjustments.map(({ month: of, minutes }) => [of, minutes])).toEqual([
      ['2026-10', -60],
      ['2026-11', -120],
      ['2026-10', 60],
      ['2026-11', 60],
    ]);
  }, 60_000);

  it('two decisions replaced by one', async () => {
    const services = [
      { code: 'OMV', minutesPerMonth: 310, to: '2026-10-15' },
      { code: 'OMV', minutesPerMonth: 620, from: '2026-10-16' },
    ];
    const { adjustments } = await sumsOf(
      {
        '2026-10': month(hours(...Array.from({ length: 12 }, (_, day) => day + 1)), [], {
          cases: [aCase('A-1', 0, { services }), aCase('A-2', 3_000)],
        }),
        '2026-11': month(hours(3), [
          { at: on('2026-11-20'), caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 300 }] },
        ]),
      },
      // 15 days of 310 and 16 of 620 are 470; then 300. November's file says something new, and stands.
      { '2026-10': 360, '2026-11': 120 },
    );
    expect(adjustments).toMatchObject([{ month: '2026-10', caseNo: 'A-1', minutes: -170 }]);
  }, 60_000);

  it('an end moved into a stated month, shortened and then undone', async () => {
    const until = (at: string, to: string) => ({
      ...{ at, caseNo: 'A-1' },
      services: [{ code: 'OMV', minutesPerMonth: 310, to }],
    });
    const cases = [aCase('A-1', 310), aCase('A-2', 3_000)];
    const { adjustments, rows } = await sumsOf(
      {
        '2026-10': month(hours(1, 2, 3, 4, 5, 6), [], { cases }),
        '2026-11': month([], [until(on('2026-11-16'), '2026-10-20'), until(on('2026-11-17'), '2026-10-10')], { cases }),
        '2026-12': month([], [{ at: on('2026-12-16'), undo: 1, in: '2026-11' }], { cases }),
        '2027-01': month([], [{ at: on('2027-01-18'), undo: 0, in: '2026-11' }], { cases }),
      },
      { '2026-10': 370, '2026-11': 60, '2026-12': 60, '2027-01': 60 },
    );
    expect(adjustments.map(({ minutes }) => minutes)).toEqual([-210, 100, 110]);
    expect(rows.map(({ adjustmentsOre }) => adjustmentsOre < 0)).toEqual([false, true, false, false]);
  }, 60_000);

  it('paid through a notice in a corrected form, that is then undone', async () => {
    const visits = { 'A-1': [[5, 60, 'BOMTID'] as const, [6, 60] as const], 'A-2': hours(5) };
    const { report, deviations } = aReport(visits, { form: ['A-1;2026-10-05;;08:00;BOMTID;60;2026-10-05 07:00;'] });
    const named = { 'r.csv': Buffer.from(report.text), 'd.csv': Buffer.from(deviations.text) };
    const corrected = { at: on('2026-11-18'), provider: 'P1', report: 'r.csv', deviations: 'd.csv' };
    const october = { ...month([]), visits: { P1: visits } };
    const once = { '2026-10': october, '2026-11': { ...month([], [corrected]), named } };
    const { adjustments } = await sumsOf(once, { '2026-10': 180, '2026-11': 60 });
    expect(adjustments).toMatchObject([{ month: '2026-10', caseNo: 'A-1', minutes: 60, reason: 'FORM' }]);
    const later = { '2026-12': month([], [{ at: on('2026-12-16'), undo: 0, in: '2026-11' }]) };
    const undone = await sumsOf({ ...once, ...later }, { '2026-10': 120, '2026-11': 60, '2026-12': 60 });
    expect(undone.adjustments.map(({ minutes }) => minutes)).toEqual([60, -60]);
  }, 60_000);

  it('handed in after it was stated without: the fact HANDED_IN, and undone', async () => {
    const { report, deviations } = aReport({ 'A-1': hours(5), 'A-2': [] });
    const named = { 'r.csv': Buffer.from(report.text), 'd.csv': Buffer.from(deviations.text) };
    const late = { at: on('2026-11-18'), provider: 'P1', report: 'r.csv', deviations: 'd.csv' };
    const silent = { ...month([]), visits: {} };
    const { adjustments } = await sumsOf(
      { '2026-10': silent, '2026-11': { ...month([], [late]), named } },
      { '2026-10': 60, '2026-11': 60 },
    );
    expect(adjustments).toMatchObject([
      { caseNo: 'A-1', minutes: -2_940, reason: 'HANDED_IN' },
      { caseNo: 'A-2', minutes: -3_000, reason: 'HANDED_IN' },
    ]);
    const undone = { ...month([], [late, { at: on('2026-11-19'), undo: 0 }]), named };
    const nothing = await sumsOf({ '2026-10': silent, '2026-11': undone }, { '2026-10': 6_000, '2026-11': 60 });
    expect(nothing.adjustments.filter(({ minutes }) => minutes !== 0)).toEqual([]);
    const december = month([], [{ at: on('2026-12-16'), undo: 0, in: '2026-11' }]);
    const after = await sumsOf(
      { '2026-10': silent, '2026-11': { ...month([], [late]), named }, '2026-12': december },
      { '2026-10': 6_000, '2026-11': 60, '2026-12': 60 },
    );
    const handedIn = (minutes: number) => ({ minutes, reason: 'HANDED_IN' });
    expect(after.adjustments).toMatchObject([-2_940, -3_000, 2_940, 3_000].map(handedIn));
  }, 60_000);

  it('services told, without a provider, reach every month of the case from then on, whoever has it', async () => {
    const told = [{ at: on('2026-11-20'), caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 300 }] }];
    const visits = { 'A-1': hours(1, 2, 3, 4, 5, 6, 7, 8) };
    const [stays, leaves] = [[aCase('A-1', 3_000)], [aCase('A-1', 3_000, { providerId: 'P2', from: '2026-11-01' })]];
    const months = (november: readonly object[], provider: string, minutesPerMonth = 3_000): AHistory => ({
      '2026-10': { cases: stays, visits: { P1: visits } },
      '2026-11': { cases: november, visits: { [provider]: visits }, later: told },
      '2026-12': {
        cases: november.map((one) => ({ ...one, services: [{ code: 'OMV', minutesPerMonth }] })),
        visits: { [provider]: visits },
      },
    });
    const three = ({ rows, settlements }: Awaited<ReturnType<typeof walkHistory>>) => [
      ...rows.map(({ amountOre: ore, adjustmentsOre }) => [ore, adjustmentsOre]),
      ...settlements.map(({ adjustmentsOre }) => adjustmentsOre),
    ];
    const walk = async (history: AHistory) => three(await walkHistory(foldersOf(history)));
    expect(await walk(months(stays, 'P1'))).toEqual([
      [310_000, 0],
      [200_000, -116_250],
      [200_000, 0],
    ]);
    expect(await walk(months(leaves, 'P2'))).toEqual([[310_000, 0], [200_000, 0], [200_000, 0], -116_250]);
    // What a later file says anew has been decided since.
    expect(await walk(months(leaves, 'P2', 900))).toEqual([[310_000, 0], [200_000, 0], [320_000, 0], -116_250]);
  }, 60_000);

  it('a provider that has ended is settled by the head, and a claim is a sum below zero', async () => {
    const cases = [aCase('A-1', 3_000), aCase('A-2', 3_000)];
    const others = cases.map((one) => ({ ...one, providerId: 'P2', from: '2026-11-01' }));
    const later = [
      died(on('2026-11-20'), '2026-10-10'),
      { at: on('2026-11-23'), caseNo: 'A-2', known: { kind: 'HOSPITAL', from: '2026-10-04', to: '2026-10-06' } },
    ];
    const history = {
      '2026-10': { cases, visits: { P1: { 'A-1': hours(2, 9, 20), 'A-2': hours(5) } } },
      '2026-11': { cases: others, visits: { P2: {} }, later },
      '2026-12': {
        ...{ cases: others, visits: { P2: {} } },
        later: [{ at: on('2026-12-18'), undo: 0, in: '2026-11' }],
      },
    };
    const walked = await walkHistory(foldersOf(history));
    expect(walked.left).toEqual([]);
    const row = (adjustmentsOre: number, more: object) => ({
      ...{ month: '2026-10', provider: 'P1', kind: 'settlement', amountOre: 0, adjustmentsOre },
      ...{ broughtForwardOre: 0, carriedForwardOre: 0, ...more },
    });
    // Each on the tenth working day after it was decided: both of November were still to settle on the first of those.
    expect(walked.settlements).toEqual([
      row(-77_500, { toInvoiceOre: -77_500, claimOre: 77_500 }),
      row(38_750, { toInvoiceOre: 38_750, claimOre: 0 }),
    ]);
    const ofP1 = [...walked.rows, ...walked.settlements].filter(({ provider }) => provider === 'P1');
    expect(ofP1.reduce((sum, { toInvoiceOre }) => sum + toInvoiceOre, 0)).toBe(amountOre(180, 38_750));
    expect(walked.adjustments.map(({ number, minutes }) => [number, minutes])).toEqual([
      ['2026-10/P1/J1', -60],
      ['2026-10/P1/J2', -60],
      ['2026-10/P1/J3', 60],
    ]);
    for (const record of walked.records)
      expect(await verifyRecordFile(record, walked.keys)).toMatchObject({ valid: true, trusted: true });
  }, 60_000);

  it('told by both officers, in whichever order, it comes to the same', async () => {
    const cases = [aCase('A-1', 3_000), aCase('A-2', 3_000, { officerId: 'O2' })];
    const told = [
      died(on('2026-11-20'), '2026-10-10'),
      { at: on('2026-11-20'), caseNo: 'A-2', known: { kind: 'HOSPITAL', from: '2026-10-01', to: '2026-10-09' } },
    ];
    for (const later of [told, told.toReversed()]) {
      const history = { '2026-10': month(hours(2, 9, 20), [], { cases }), '2026-11': month([], later, { cases }) };
      const { adjustments } = await sumsOf(history, { '2026-10': 120, '2026-11': 60 });
      expect(adjustments.map(({ caseNo, minutes }) => [caseNo, minutes])).toEqual([
        ['A-1', -60],
        ['A-2', -60],
      ]);
    }
  }, 60_000);
});
