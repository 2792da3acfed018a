import { expect, it } from 'vitest';
import { periodEndToldOn, registrationBy, taskBy } from '../../../functions/purchases/purchase-dates.ts';
import { aBuyer } from '../../support/a-purchase.ts';
import { at } from '../../support/builders.ts';

const halmstad = aBuyer('halmstad');

it.each([
  ['a Monday', '2026-09-14 09:00', '2026-09-16', '2026-09-21'],
  ['a Friday evening', '2026-09-18 23:30', '2026-09-22', '2026-09-25'],
  ['before Christmas', '2026-12-23 09:00', '2026-12-29', '2027-01-05'],
])('two working days to register and five for other tasks, from %s (D30, D40)', (_what, since, registered, task) => {
  expect(registrationBy({ registration: { orderedAt: at(since) } }, halmstad)).toBe(registered);
  expect(taskBy(at(since), halmstad)).toBe(task);
});

it('none to register where none is ordered', () => {
  expect(registrationBy({ registration: undefined }, halmstad)).toBeUndefined();
});

it('tells of the end as long before it as notice takes (D29)', () => {
  expect(periodEndToldOn({ to: '2026-12-31' }, halmstad)).toBe('2026-12-03');
  expect(periodEndToldOn({ to: null }, halmstad)).toBeUndefined();
  expect(periodEndToldOn({ to: '2026-12-31' }, aBuyer('botkyrka'))).toBeUndefined();
});
