import { expect, it } from 'vitest';
import type { StatementLine } from '../../functions/months/statement/statement.ts';
import { partsOf, unpaidOf } from '../../portal/pages/records/statement-parts.ts';

const line = (caseNo: string, more: Partial<StatementLine> = {}): StatementLine => ({
  ...{ caseNo, granted: 100, ordered: 100, performed: 100, absence: 0, charged: 100, topUp: 0, unpaid: {} },
  ...{ decision: 'APPROVED', decidedBy: 'Handläggare 1' },
  ...more,
});

const lines = [
  line('A-1'),
  line('A-2', { unpaid: { OVER_GRANTED: 50 } }),
  line('A-3', { decision: 'REJECTED', charged: 0, unpaid: { WRONG_BASIS: 100, DUPLICATE: 5 } }),
  line('A-4', { decision: 'CHARGED_AS_GRANTED', topUp: 40 }),
  line('A-5', { unpaid: { ABSENT: 0 } }),
  line('A-6', { comment: 'Se samtal den 3.' }),
  line('A-7', { decision: 'ADJUSTED' }),
];

it('puts under “time that is not paid” the cases with such time, however they were decided, and no other', () => {
  const { notPaid } = partsOf(lines);
  expect(notPaid.map(({ caseNo }) => caseNo)).toEqual(['A-2', 'A-3']);
  expect(notPaid.map(unpaidOf)).toEqual([50, 105]);
  // What the heading sums up is all that is unpaid in the statement.
  const sum = (some: readonly StatementLine[]) => some.reduce((all, one) => all + unpaidOf(one), 0);
  expect(sum(notPaid)).toBe(sum(lines));
});

it('puts under the other heading what was decided otherwise, added to or commented on with all its time paid', () => {
  expect(partsOf(lines).remarked.map(({ caseNo }) => caseNo)).toEqual(['A-4', 'A-6', 'A-7']);
  expect(partsOf([line('A-1')])).toEqual({ notPaid: [], remarked: [] });
});
