import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentNumbers, numberOfAdjustment } from '../../../../functions/months/adjusting/adjustment-numbers.ts';

type Row = Parameters<typeof adjustmentNumbers>[1][number];
const row = (n: number, state: Row['state'], number?: number): Row => ({
  ...{ month: '2026-10', providerId: 'P1', n, state },
  ...(number === undefined ? {} : { number }),
});
const numbersOf = (these: readonly Row[], all: readonly Row[]) => [...adjustmentNumbers(these, all).values()];

describe('the number of an adjustment', () => {
  it('is given from 1 in the order of the decisions, whatever was dropped among them', () => {
    const [first, second, third] = [row(1, 'dropped'), row(2, 'reported'), row(3, 'reported')];
    expect(numbersOf([third, second], [first, second, third])).toEqual([1, 2]);
    expect(numberOfAdjustment(second, 1)).toBe('2026-10/P1/J1');
  });

  it('goes on after what is stated, which keeps its own', () => {
    const stated = row(2, 'stated', 1);
    const later = row(1, 'reported');
    expect(numbersOf([later], [later, stated])).toEqual([2]);
    expect(numbersOf([stated], [later, stated])).toEqual([1]);
    // Stated before numbers were given with the statement.
    expect(numbersOf([later], [later, row(2, 'stated')])).toEqual([3]);
  });

  it('is from 1 within each month', () => {
    const other = { ...row(1, 'reported'), month: '2026-09' };
    expect(numbersOf([row(1, 'reported'), other], [])).toEqual([1, 1]);
  });

  it('leaves no gap, over all statements, whatever is dropped and when (1,000 histories)', () => {
    // Each row is dropped, or stated with one of some statements.
    const rows = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (chosen) => {
        let all = chosen.map((statement, index) => ({ statement, ...row(index + 1, 'reported') }));
        for (const now of [1, 2, 3, 4]) {
          const these = all.filter(({ statement }) => statement === now);
          const numbers = adjustmentNumbers(these, all);
          all = all.map((one) => {
            const number = numbers.get(one);
            return number === undefined ? one : { ...one, number, state: 'stated' as const };
          });
        }
        const given = all.flatMap(({ number }) => (number === undefined ? [] : [number])).toSorted((a, b) => a - b);
        expect(given).toEqual(given.map((_, index) => index + 1));
      }),
      { numRuns: 1000 },
    );
  });
});
