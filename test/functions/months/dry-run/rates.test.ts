import { describe, expect, it } from 'vitest';
import { rateInForce } from '../../../../functions/months/dry-run/rates.ts';

const rates = [
  { validFrom: '2026-11-01', orePerHour: 3 },
  { validFrom: '2025-01-01', orePerHour: 1 },
  { validFrom: '2026-10-01', orePerHour: 2 },
];

describe('the rate of the service month (L-36)', () => {
  it.each([
    ['2026-09', 1],
    ['2026-10', 2],
    ['2027-01', 3],
    ['2024-12', undefined],
  ])('%s', (month, expected) => {
    expect(rateInForce(rates, month)?.orePerHour).toBe(expected);
  });
});
