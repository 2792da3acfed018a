import { describe, expect, it } from 'vitest';
import { closesFrom, correctionDates } from '../../../../functions/months/correcting/correction-dates.ts';
import { aPack } from '../../../support/a-pack.ts';
import { at } from '../../../support/builders.ts';

describe('a month’s faults are corrected by the end of the fourth working day (D42)', () => {
  it.each([
    ['a month whose first days are working days', '2026-10', [], '2026-11-06 00:00'],
    ['over the holidays of the new year', '2026-12', [], '2027-01-09 00:00'],
    ['by another day where the pack says so', '2026-10', ['correction.dueVardag=2'], '2026-11-04 00:00'],
    ['until the office closes', '2026-10', ['officeClose=16:30'], '2026-11-05 16:30'],
  ])('%s', (_what, month, settings, due) => {
    expect(correctionDates(month, aPack('leksand', ...settings)).dueAt).toBe(at(due));
  });
});

it('a month that nothing came in of is closed from the sixth working day on (A81)', () => {
  expect(closesFrom('2026-10', aPack('leksand'))).toBe(at('2026-11-09 00:00'));
});
