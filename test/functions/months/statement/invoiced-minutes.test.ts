import { expect, it } from 'vitest';
import { invoicedMinutes } from '../../../../functions/months/statement/invoiced-minutes.ts';

it('is of the month’s own and of every adjustment in it, whichever way (L-40)', () => {
  expect(invoicedMinutes({ totalMinutes: 62_524 })).toBe(62_524);
  expect(invoicedMinutes({ totalMinutes: 62_524, adjustments: [{ minutes: -1120 }, { minutes: 20 }] })).toBe(61_424);
});
