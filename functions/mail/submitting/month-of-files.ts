import type { Month } from '../../../shared/domain/local-date.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { FileName, RowsOfMonth } from '../../months/door.ts';
import { latestOver, monthSaid } from './month-said.ts';

/** Why nobody but the sender knows which month some files are of. */
type MonthUnclear = 'months-split' | 'month-differs';
type Found<Is> = { readonly ok: true; readonly month: Is } | { readonly ok: false; readonly because: MonthUnclear };

/** Of three rows two are of the month: fewer are no slip of the pen. */
const clear = 2 / 3;

type Most = { readonly month: Month; readonly isClear: boolean };

/** The month that most rows are of. */
function mostOf(rows: readonly RowsOfMonth[]): Most | undefined {
  const byMonth = new Map<Month, number>();
  for (const { month, rows: count } of rows) byMonth.set(month, (byMonth.get(month) ?? 0) + count);
  const [first] = [...byMonth].sort(([, one], [, other]) => other - one);
  const all = [...byMonth.values()].reduce((sum, count) => sum + count, 0);
  return first && { month: first[0], isClear: first[1] / all >= clear };
}

/** The month of all the rows; none where they say none. One file that is all of another month than the rest is no slip. */
function monthOfRows(rows: readonly RowsOfMonth[]): Found<Month | undefined> {
  const most = mostOf(rows);
  if (!most) return { ok: true, month: undefined };
  const ofFile = (name: FileName) => mostOf(rows.filter(({ file }) => file === name));
  const isOther = (['report', 'deviations'] as const).some((name) => {
    const one = ofFile(name);
    return one?.isClear === true && one.month !== most.month;
  });
  return most.isClear && !isOther ? { ok: true, month: most.month } : { ok: false, because: 'months-split' };
}

/**
 * Which month files are of: what most of their rows say, where neither the letter that is answered nor, without one, the
 * subject says another. Where no row says any: the letter's, else what the mail says, else the latest that is over.
 */
export function monthOfFiles({
  rows,
  answered,
  subject,
  words,
  today,
}: {
  readonly rows: readonly RowsOfMonth[];
  readonly answered: Month | undefined;
  readonly subject: string;
  readonly words: string;
  readonly today: LocalDate;
}): Found<Month> {
  const theirs = monthOfRows(rows);
  if (!theirs.ok) return theirs;
  const said = answered ?? monthSaid(subject, today);
  const { month } = theirs;
  if (month === undefined) return { ok: true, month: said ?? monthSaid(words, today) ?? latestOver(today) };
  return said === undefined || said === month ? { ok: true, month } : { ok: false, because: 'month-differs' };
}
