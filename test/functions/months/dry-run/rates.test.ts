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
    expect(rateInForce(rates, month, 'private')?.orePerHour).toBe(expected);
  });
});

describe('a rate for one kind of provider', () => {
  const all = { validFrom: '2026-01-01', orePerHour: 1 };
  const newer = { validFrom: '2026-06-01', orePerHour: 2 };
  const municipal = { validFrom: '2026-03-01', orePerHour: 3, kind: 'municipal' } as const;
  const later = { validFrom: '2026-11-01', orePerHour: 4, kind: 'municipal' } as const;

  it('goes before a newer one for all, from its day on', () => {
    const rates = [municipal, newer, later, all];
    expect(rateInForce(rates, '2026-10', 'municipal')).toBe(municipal);
    expect(rateInForce(rates, '2026-11', 'municipal')).toBe(later);
    expect(rateInForce(rates, '2026-02', 'municipal')).toBe(all);
    expect(rateInForce(rates, '2026-10', 'private')).toBe(newer);
  });

  it('is no rate for another kind', () => {
    expect(rateInForce([municipal], '2026-10', 'private')).toBeUndefined();
  });
});

describe('a rate for one purpose', () => {
  const all = { validFrom: '2026-06-01', orePerHour: 1, kind: 'municipal' } as const;
  const bought = { validFrom: '2026-01-01', orePerHour: 2, purpose: 'PURCHASE' } as const;
  const ordered = { validFrom: '2026-01-01', orePerHour: 3, purpose: 'ORDER' } as const;

  it('goes before one for all, of whatever kind and day', () => {
    expect(rateInForce([all, bought], '2026-10', 'municipal', 'PURCHASE')).toBe(bought);
    expect(rateInForce([all, bought], '2026-10', 'municipal')).toBe(all);
    expect(rateInForce([all, bought, ordered], '2026-10', 'municipal')).toBe(ordered);
    expect(rateInForce([all], '2026-10', 'municipal', 'PURCHASE')).toBe(all);
  });

  it('is no rate for another', () => {
    expect(rateInForce([bought], '2026-10', 'private')).toBeUndefined();
    expect(rateInForce([ordered], '2026-10', 'private', 'PURCHASE')).toBeUndefined();
  });
});
