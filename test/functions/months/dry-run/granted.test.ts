import { describe, expect, it } from 'vitest';
import { type CaseInMonth, grantedMinutes, inForce } from '../../../../functions/months/dry-run/granted.ts';
import { aCase } from '../../../support/a-month.ts';

const of = (...services: CaseInMonth['services']) => ({ services });
const omv = (minutesPerMonth: number, from?: string, to?: string) => ({ code: 'OMV', minutesPerMonth, from, to });

describe('granted minutes of October', () => {
  it.each<[string, Partial<CaseInMonth>, number, number]>([
    ['a whole month', of(omv(1200)), 1200, 1200],
    ['from the 12th', { ...of(omv(1200)), from: '2026-10-12' }, 774, 1200],
    ['to the 1st', { ...of(omv(31)), to: '2026-10-01' }, 1, 31],
    ['an increase on the 13th', of(omv(426, '2025-03-01', '2026-10-12'), omv(800, '2026-10-13')), 655, 800],
    ['a decrease that ends before the month does', of(omv(426, '2025-03-01', '2026-10-12')), 165, 426],
    [
      'entries outside the case’s own days',
      { ...of(omv(310, '2026-10-20'), omv(620, '2026-10-01', '2026-10-19')), to: '2026-10-10' },
      200,
      620,
    ],
    [
      'the sum is rounded, not its parts',
      of(omv(15, '2026-10-01', '2026-10-01'), { ...omv(16, '2026-10-01', '2026-10-01'), code: 'SRV' }),
      1,
      31,
    ],
    ['a half is rounded up', { ...of(omv(31)), from: '2026-10-17', to: '2026-10-31' }, 15, 31],
    ['two services', of(omv(100), { ...omv(50), code: 'SRV' }), 150, 150],
    ['nothing decided', of(), 0, 0],
    ['a service that ended before the month', of(omv(100, '2025-01-01', '2026-09-30')), 0, 0],
  ])('%s', (_what, changes, proRata, wholeMonths) => {
    const one = aCase(changes);
    expect(grantedMinutes(one, '2026-10', true)).toBe(proRata);
    expect(grantedMinutes(one, '2026-10', false)).toBe(wholeMonths);
  });

  it('rounds a half up', () => {
    expect(grantedMinutes(aCase({ ...of(omv(1)), to: '2026-02-14' }), '2026-02', true)).toBe(1);
    expect(grantedMinutes(aCase({ ...of(omv(1)), to: '2026-02-13' }), '2026-02', true)).toBe(0);
  });
});

describe('a case is in the month', () => {
  it.each([
    ['until further notice', '2024-01-01', null, true],
    ['on its last day', '2024-01-01', '2026-10-01', true],
    ['on its first day', '2026-10-31', null, true],
    ['not before it', '2026-11-01', null, false],
    ['not after it', '2024-01-01', '2026-09-30', false],
  ])('%s', (_when, from, to, expected) => {
    expect(inForce(aCase({ from, to }), '2026-10')).toBe(expected);
  });
});
