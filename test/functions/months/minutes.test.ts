import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../../../functions/months/minutes.ts';
import { Seeded } from '../../support/random-month.ts';

describe('a share of minutes is rounded half up', () => {
  it.each([
    [0, 31, 0],
    [15, 31, 0],
    [16, 31, 1],
    [14, 28, 1],
    [13, 28, 0],
    [45, 30, 2],
  ])('%i / %i = %i', (numerator, denominator, expected) => {
    expect(roundHalfUp(numerator, denominator)).toBe(expected);
  });

  it('is exact', () => {
    const chance = new Seeded(3);
    for (let round = 0; round < 5000; round += 1) {
      const [top, bottom] = [chance.whole(0, 2 ** 40), chance.whole(1, 31)];
      const exact = (2n * BigInt(top) + BigInt(bottom)) / (2n * BigInt(bottom));
      expect(roundHalfUp(top, bottom)).toBe(Number(exact));
    }
  });
});
