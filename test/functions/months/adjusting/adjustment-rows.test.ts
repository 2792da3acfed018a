import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netOf, pricedRows } from '../../../../functions/months/adjusting/adjustment-rows.ts';

/** Minutes at a rate, rounded half up once, another way: in whole numbers of any size. */
const oracle = (minutes: number, orePerHour: number): bigint => {
  const [whole, left] = [(BigInt(minutes) * BigInt(orePerHour)) / 60n, (BigInt(minutes) * BigInt(orePerHour)) % 60n];
  return left >= 30n ? whole + 1n : whole;
};

describe('the öre of an adjustment', () => {
  it('is what it makes of the whole month, not of the row by itself', () => {
    const [row] = pricedRows([{ caseNo: 'A-1', was: 35, now: 0 }], 5025, 38_750);
    expect(row).toMatchObject({ minutes: -35, amountOre: -22_605 });
  });

  it('adds up to what all minutes together come to, whatever the rows (10,000 months)', () => {
    const change = fc.record({ was: fc.nat(50_000), now: fc.nat(50_000) });
    const month = fc.record({
      rest: fc.nat(5_000_000),
      rate: fc.integer({ min: 1, max: 200_000 }),
      changes: fc.array(change, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(month, ({ rest, rate, changes }) => {
        const numbered = changes.map((one, n) => ({ caseNo: `A-${n}`, ...one }));
        const before = rest + changes.reduce((sum, { was }) => sum + was, 0);
        const after = rest + changes.reduce((sum, { now }) => sum + now, 0);
        const rows = pricedRows(numbered, before, rate);
        const ore = rows.reduce((sum, row) => sum + BigInt(row.amountOre), 0n);
        expect(oracle(before, rate) + ore).toBe(oracle(after, rate));
        expect(rows.every(({ minutes }) => minutes !== 0)).toBe(true);
        expect(rows.map(({ caseNo }) => caseNo)).toEqual(rows.map(({ caseNo }) => caseNo).toSorted());
        // The order of telling changes nothing.
        expect(pricedRows(numbered.toReversed(), before, rate)).toEqual(rows);
      }),
      { numRuns: 10_000, seed: 20_261_201 },
    );
  });
});

describe('what is invoiced of a month', () => {
  const own = (amountOre: number, broughtForwardOre = 0) => ({ amountOre, adjustmentsOre: -22_605, broughtForwardOre });
  it('is its own and what is adjusted; below zero nothing, and the rest is carried', () => {
    expect(netOf(own(1_000_000))).toEqual({ toInvoiceOre: 977_395, carriedForwardOre: 0 });
    expect(netOf(own(20_000))).toEqual({ toInvoiceOre: 0, carriedForwardOre: -2605 });
    expect(netOf({ amountOre: 1_000_000, adjustmentsOre: 0, broughtForwardOre: -2605 })).toEqual({
      toInvoiceOre: 997_395,
      carriedForwardOre: 0,
    });
    expect(netOf(own(22_605))).toEqual({ toInvoiceOre: 0, carriedForwardOre: 0 });
  });
});
