import { firstDay, plusDays } from '../../../shared/domain/local-date.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { ByteNames } from '../dry-run/byte-names.ts';
import { lengthOf } from '../dry-run/day-set.ts';
import { type DryRunInput, type LazyDryRun, lazyDryRun } from '../dry-run/dry-run.ts';
import { clockNight, elapsedReadings, startSinceMidnight } from '../dry-run/elapsed.ts';
import { type RowRemark, remarksOn } from './remarks.ts';
import { RowsSeen } from './rows-seen.ts';

/** What a row that is remarked on says, whose it is. */
type RowSaid = { readonly caseNo: string; readonly says: string };
export type LookedAt = {
  readonly run: LazyDryRun;
  readonly remarks: readonly RowRemark[];
  /** The rows that the remarks are about, by their line. */
  readonly seen: ReadonlyMap<number, RowSaid>;
};

/** What the rows of the remarks say, so that the same is known again in another file. */
function saidIn(rows: RowsSeen, remarks: readonly RowRemark[], { cases }: LazyDryRun): LookedAt['seen'] {
  const wanted = new Set(remarks.flatMap((remark) => remark.rows));
  const said = new Map<number, RowSaid>();
  for (const { row, caseNumber, day, start, end, performed, submitted } of rows)
    if (wanted.has(row))
      said.set(row, {
        caseNo: cases[caseNumber]?.caseNo ?? '',
        says: [day, start, end, performed, submitted].join(' '),
      });
  return said;
}

/** Minutes from the beginning of the month to that of each of its days, by day: a day with a clock change is longer or shorter. */
function daysBegin(month: string): readonly number[] {
  const begin = [0, 0];
  for (let day = 1; day < lengthOf(month); day += 1) {
    const { today } = clockNight(plusDays(firstDay(month), day - 1));
    begin.push((begin[day] as number) + 1440 - (today?.shift ?? 0));
  }
  return begin;
}

/** The dry run, and what was seen in its rows; the figures are the same as without. */
export async function dryRunWithRemarks(
  input: DryRunInput,
  households: ReadonlyMap<string, string>,
): Promise<Result<LookedAt>> {
  const rows = new RowsSeen();
  const workerNames = new ByteNames(['']);
  const begin = daysBegin(input.month);
  const run = await lazyDryRun({
    ...input,
    looker: {
      workerNames,
      see(visit, submitted, night) {
        if (visit.day === 0) return;
        const { start, end, performed } = visit;
        const readings = elapsedReadings(night, { start, end });
        const elapsed = readings.includes(performed) ? performed : (readings[0] ?? 0);
        const from = (begin[visit.day] as number) + startSinceMidnight(night, start);
        rows.add({ ...visit, submitted, from, till: from + elapsed });
      },
    },
  });
  if (!run.ok) return run;
  const remarks = remarksOn(rows, {
    month: input.month,
    cases: run.value.cases,
    households,
    workerNamed: (worker) => workerNames.nameOf(worker),
    paysEach: input.rules.doubleStaffing === 'EACH',
  });
  return accept({ run: run.value, remarks, seen: saidIn(rows, remarks, run.value) });
}
