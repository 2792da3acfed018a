import { expect, it } from 'vitest';
import { latestMonths } from '../../portal/pages/month/case-months.ts';

const of = (month: string, granted: number, performed = granted) => ({ month, granted, performed });

it('draws the half year up to the month, earliest first, and a month at two providers as one', () => {
  const months = ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04'];
  const items = [...months.map((month) => of(month, 600)), of('2026-10', 100, 40)];
  const latest = latestMonths(items, '2026-10');
  expect(latest.map(({ month }) => month)).toEqual(months.slice(1, 7).toReversed());
  expect(latest.at(-1)).toEqual({ month: '2026-10', granted: 700, performed: 640 });
  expect(latestMonths([], '2026-10')).toEqual([]);
});
