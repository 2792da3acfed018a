import { expect, it } from 'vitest';
import { adjustedFee, casesAdded } from '../../../../functions/months/fees/adjusted-fee.ts';
import type { FeeRow } from '../../../../functions/months/fees/fee-row.ts';

const row: FeeRow = {
  ...{ month: '2026-10', caseNo: 'A-1', providerId: 'P1', granted: 600, performed: 480, charged: 480 },
  ...{ paidAbsence: 0, unpaidAbsence: 0, absenceDays: 0, state: 'FASTSTÄLLD', version: 1 },
};
let n = 0;
/** Each decided after the one before it. */
const change = (was: number, now: number, state: string, caseNo = 'A-1') => ({
  ...{ caseNo, was, now, state },
  decidedAt: `2026-11-20T08:00:${String(n++).padStart(2, '0')}.000Z`,
});
const known = (performed: number, version = 1) => ({
  figures: { granted: 600, performed, paidAbsence: 0, unpaidAbsence: 480 - performed, absenceDays: 3, version },
});

it('is adjusted once all that was decided of the case is stated', () => {
  expect(adjustedFee(row, [])).toEqual(row);
  expect(adjustedFee(row, [change(480, 300, 'reported')])).toEqual(row);
  const first = change(480, 300, 'stated');
  expect(adjustedFee(row, [first, change(1, 2, 'stated', 'A-2')])).toMatchObject({ charged: 300, state: 'JUSTERAD' });
  expect(adjustedFee(row, [first, change(300, 480, 'decided')])).toMatchObject({ charged: 300, state: 'FASTSTÄLLD' });
  expect(adjustedFee(row, [first, change(300, 480, 'stated')])).toMatchObject({ charged: 480, state: 'JUSTERAD' });
  expect(adjustedFee(row, [change(480, 300, 'dropped')])).toEqual(row);
});

it('has a row of its own for a case that came to the month by an adjustment', () => {
  const stated = change(0, 60, 'stated', 'A-9');
  const [added] = casesAdded(row, [row], [stated, change(480, 300, 'stated')]);
  expect(added).toMatchObject({ caseNo: 'A-9', granted: 0, charged: 0 });
  expect(added && adjustedFee(added, [stated])).toMatchObject({ charged: 60, state: 'JUSTERAD' });
});

it('says what was known when the latest that is stated was decided, whatever was decided of the minutes', () => {
  const first = { ...change(480, 300, 'stated'), ...known(300) };
  const second = { ...change(300, 120, 'stated'), ...known(100, 2) };
  const third = { ...change(120, 480, 'decided'), ...known(480, 3) };
  const says = { performed: 100, charged: 120, unpaidAbsence: 380, absenceDays: 3, version: 2 };
  expect(adjustedFee(row, [second, first])).toMatchObject({ ...says, state: 'JUSTERAD' });
  expect(adjustedFee(row, [third, first, second])).toMatchObject({ ...says, state: 'FASTSTÄLLD' });
  expect(adjustedFee(row, [{ ...third, state: 'dropped' }])).toEqual(row);
});
