import { firstDay, type Month } from '../../../shared/domain/local-date.ts';
import { lengthOf } from '../dry-run/day-set.ts';
import type { RowSeen } from './rows-seen.ts';

const [leastWeeks, leastRows] = [3, 5];

/** The Mondays of the month's whole weeks, by day. */
function wholeWeeks(month: Month): readonly number[] {
  const weekday = (new Date(`${firstDay(month)}T00:00:00Z`).getUTCDay() + 6) % 7;
  const mondays: number[] = [];
  for (let monday = ((7 - weekday) % 7) + 1; monday + 6 <= lengthOf(month); monday += 7) mondays.push(monday);
  return mondays;
}

/** What a week says, row by row; two weeks that say the same are written alike. */
const weekSays = (rows: readonly RowSeen[], monday: number): string =>
  rows
    .map(({ day, start, end, service, performed }) => [day - monday, start, end, service, performed].join(' '))
    .sort()
    .join('\n');

/** Rows of a case in three whole weeks or more that are the same, to the minute: written once and copied. */
export function sameWeeks(month: Month, rows: readonly RowSeen[]): readonly (readonly number[])[] {
  const weeks = wholeWeeks(month)
    .map((monday) => ({ monday, rows: rows.filter(({ day }) => day >= monday && day < monday + 7) }))
    .filter((week) => week.rows.length >= leastRows);
  return [...Map.groupBy(weeks, (week) => weekSays(week.rows, week.monday)).values()]
    .filter((alike) => alike.length >= leastWeeks)
    .map((alike) => alike.flatMap((week) => week.rows.map(({ row }) => row)).sort((one, other) => one - other));
}
