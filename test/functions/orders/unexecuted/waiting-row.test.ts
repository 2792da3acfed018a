import { describe, expect, it } from 'vitest';
import type { GrantedDecision } from '../../../../functions/orders/unexecuted/decision.ts';
import { quarterNamed, quarterOf, type UnexecutedRules } from '../../../../functions/orders/unexecuted/quarter.ts';
import { waitingRows } from '../../../../functions/orders/unexecuted/waiting-row.ts';

const rules: UnexecutedRules = {
  ...{ paragraph: '34:1', decidedBy: ['11:1'], months: 3 },
  quarters: ['01-01', '04-01', '07-01', '10-01'],
};
const decided = (more: Partial<GrantedDecision>): GrantedDecision => ({
  ...{ caseNo: 'A-1', service: 'OMV', legalBasis: '11:1', decidedOn: '2025-11-30', orderId: 'B-1' },
  ...{ providerId: 'P1', officerId: 'O1', offeredOn: '2025-12-01', executed: undefined, lastDay: undefined },
  ...{ reason: 'NOT_STARTED', reasonText: undefined, postponedByCustomer: undefined, interruptions: [] },
  ...more,
});
const told = (on: string, toldOn = on) => ({ executed: { on, toldOn } });
/** The rows of a quarter as they are on a day; by itself long afterwards. */
const rowsIn = (name: string, more: Partial<GrantedDecision> = {}, today = '2027-12-31') => {
  const quarter = quarterNamed(name, rules);
  if (!quarter) throw new Error(`${name} is no quarter`);
  return waitingRows([decided(more)], quarter, rules, today);
};
const listedIn = (more: Partial<GrantedDecision>) =>
  ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].filter((name) => rowsIn(name, more).length > 0);

describe('a quarter', () => {
  it('is named, and known by its days, borders and all', () => {
    expect(quarterNamed('2026-Q4', rules)).toEqual({ name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => quarterOf(day, rules).name)).toEqual([
      ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
    ]);
  });

  it('begins when the pack says, over the turn of the year too', () => {
    const own = { ...rules, quarters: ['02-01', '08-01'] };
    expect(quarterNamed('2026-Q2', own)).toEqual({ name: '2026-Q2', from: '2026-08-01', to: '2027-01-31' });
    expect(quarterOf('2027-01-31', own).name).toBe('2026-Q2');
    expect(quarterNamed('2026-Q3', own)).toBeUndefined();
  });
});

describe('a decision that is not carried out (SoL 34:1)', () => {
  it('of 30 November is due on 28 February, and listed from the day after', () => {
    expect(rowsIn('2026-Q1', {}, '2026-02-28')).toEqual([]);
    expect(rowsIn('2026-Q1', {}, '2026-03-01')).toMatchObject([
      { kind: 'NOT_EXECUTED', since: '2025-11-30', listedFrom: '2026-03-01', daysWaited: 91, offeredOn: '2025-12-01' },
    ]);
    // In a leap year on the 29th.
    expect(rowsIn('2028-Q1', { decidedOn: '2027-11-30' }, '2028-02-29')).toEqual([]);
    expect(rowsIn('2028-Q1', { decidedOn: '2027-11-30' }, '2028-03-01')).toHaveLength(1);
  });

  it('is in the quarter that its time ends in, on the last day of which it is not yet', () => {
    expect(listedIn({ decidedOn: '2025-12-31' })).toEqual(['2026-Q2', '2026-Q3', '2026-Q4']);
    expect(listedIn({ decidedOn: '2025-12-30' })).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  });

  it('carried out on the last day is never reported; a day later it is, with its day, once', () => {
    expect(listedIn(told('2026-02-28'))).toEqual([]);
    expect(listedIn(told('2026-03-01'))).toEqual(['2026-Q1']);
    expect(rowsIn('2026-Q1', told('2026-03-01'))[0]).toMatchObject({ executedOn: '2026-03-01', daysWaited: 91 });
    expect(listedIn(told('2026-06-30'))).toEqual(['2026-Q1', '2026-Q2']);
    // A quarter that is over says what was known then.
    expect(rowsIn('2026-Q1', told('2026-06-30'))[0]).not.toHaveProperty('executedOn');
    expect(rowsIn('2026-Q2', told('2026-06-30'))[0]).toMatchObject({ executedOn: '2026-06-30' });
  });

  it('told of late it is told once, in the quarter in which it became known', () => {
    expect(listedIn(told('2026-03-10', '2026-04-02'))).toEqual(['2026-Q1', '2026-Q2']);
    expect(rowsIn('2026-Q2', told('2026-03-10', '2026-04-02'))[0]).toMatchObject({ executedOn: '2026-03-10' });
    // In time after all: taken back where it had been reported, else never said.
    expect(listedIn(told('2026-02-20', '2026-04-02'))).toEqual(['2026-Q1', '2026-Q2']);
    expect(listedIn(told('2026-02-20', '2026-03-20'))).toEqual([]);
  });

  it('that ceased before its time is never reported, after it once with its day', () => {
    expect(listedIn({ lastDay: '2026-02-28' })).toEqual([]);
    expect(listedIn({ lastDay: '2026-05-05' })).toEqual(['2026-Q1', '2026-Q2']);
    expect(rowsIn('2026-Q2', { lastDay: '2026-05-05' })[0]).toMatchObject({ endedOn: '2026-05-05', daysWaited: 156 });
  });

  it('only where it is made under the paragraph that the pack names', () => {
    for (const legalBasis of ['11:4', '11:5', '29:5', 'LSS']) expect(rowsIn('2026-Q1', { legalBasis })).toEqual([]);
    const quarter = quarterNamed('2026-Q1', rules);
    if (!quarter) throw new Error('no quarter');
    const other = { ...rules, decidedBy: ['11:4'], months: 1 };
    expect(waitingRows([decided({ legalBasis: '11:4' })], quarter, other, '2027-01-01')[0]?.listedFrom).toBe(
      '2025-12-31',
    );
  });

  it('that the customer has put off is reported all the same, with its day', () => {
    const [row] = rowsIn('2026-Q1', { postponedByCustomer: '2025-12-20', reason: 'POSTPONED_BY_CUSTOMER' });
    expect(row).toMatchObject({ postponedByCustomer: '2025-12-20', reason: 'POSTPONED_BY_CUSTOMER' });
  });
});

describe('a decision that is interrupted', () => {
  const away = (from: string, to: string | null, reason: 'HOSPITAL' | 'ABSENCE' = 'HOSPITAL') => ({
    ...told('2025-12-02'),
    interruptions: [{ from, to, reason }],
  });

  it('is listed when it is not resumed within three months, from the day after, and told once when it is', () => {
    expect(listedIn(away('2026-01-31', '2026-04-30'))).toEqual([]);
    expect(rowsIn('2026-Q2', away('2026-01-31', null), '2026-04-30')).toEqual([]);
    expect(rowsIn('2026-Q2', away('2026-01-31', null), '2026-05-01')).toMatchObject([
      { kind: 'NOT_RESUMED', reason: 'HOSPITAL', since: '2026-01-31', listedFrom: '2026-05-01' },
    ]);
    expect(listedIn(away('2026-01-31', '2026-07-01', 'ABSENCE'))).toEqual(['2026-Q2', '2026-Q3']);
    expect(rowsIn('2026-Q3', away('2026-01-31', '2026-07-01', 'ABSENCE'))[0]).toMatchObject({
      ...{ reason: 'ABSENCE', executedOn: '2026-07-01', daysWaited: 151 },
    });
  });

  it('each interruption has three months of its own', () => {
    const twice = {
      ...told('2025-12-02'),
      interruptions: [
        { from: '2026-01-10', to: '2026-03-10', reason: 'HOSPITAL' as const },
        { from: '2026-03-20', to: '2026-06-20', reason: 'HOSPITAL' as const },
      ],
    };
    expect(listedIn(twice)).toEqual([]);
  });
});
