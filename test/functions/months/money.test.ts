import { describe, expect, it } from 'vitest';
import { amountOre } from '../../../functions/months/money.ts';
import { Seeded } from '../../support/random-month.ts';

describe('minutes at an hourly rate, in öre', () => {
  it.each([
    [2475, 40_000, 1_650_000],
    [2410, 40_000, 1_606_667],
    [95, 40_000, 63_333],
    [5025, 38_750, 3_245_313],
    [12_345, 41_500, 8_538_625],
    [6789, 43_250, 4_893_738],
    [1, 30, 1],
    [1, 29, 0],
    [0, 38_750, 0],
  ])('%i min at %i öre an hour', (minutes, orePerHour, expected) => {
    expect(amountOre(minutes, orePerHour)).toBe(expected);
  });

  it('is the nearest öre to the exact amount, a half upwards, whatever the size', () => {
    const chance = new Seeded(5);
    for (let round = 0; round < 20_000; round += 1) {
      const [minutes, rate] = [chance.whole(0, 10 ** chance.whole(0, 9)), chance.whole(0, 10 ** chance.whole(0, 6))];
      const sixtieths = BigInt(minutes) * BigInt(rate);
      const down = sixtieths / 60n;
      expect(BigInt(amountOre(minutes, rate))).toBe(sixtieths - down * 60n >= 30n ? down + 1n : down);
    }
  });
});
