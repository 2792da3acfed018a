import type { Month } from '../../../shared/domain/local-date.ts';
import type { CaseFigures } from '../dry-run/case-verdict.ts';
import { meetings } from './overlaps.ts';
import type { RowSeen, RowsSeen } from './rows-seen.ts';
import { sameWeeks } from './same-weeks.ts';

type RemarkCode =
  | 'OVERLAP_CUSTOMER'
  | 'OVERLAP_WORKER'
  | 'SHARED_VISIT'
  | 'DAY_OVER_24H'
  | 'SAME_WEEKS'
  | 'ALWAYS_GRANTED';

/** What was seen in a month's rows: never a figure changed by itself, and never more than a question. Rows by their line. */
export type RowRemark = {
  readonly code: RemarkCode;
  readonly caseNo?: string;
  readonly worker?: string;
  readonly rows: readonly number[];
  readonly text: string;
};

const texts: Readonly<Record<RemarkCode, string>> = {
  OVERLAP_CUSTOMER: 'Besök hos samma kund pågår samtidigt, utan att dubbelbemanning är beställd.',
  OVERLAP_WORKER: 'Samma person är hos två kunder samtidigt.',
  SHARED_VISIT: 'Samma person är samtidigt hos två kunder i samma hushåll.',
  DAY_OVER_24H: 'Mer än 24 timmar är redovisade på ett dygn.',
  SAME_WEEKS: 'Tre hela veckor eller fler är redovisade exakt lika, på minuten.',
  ALWAYS_GRANTED: 'Utförd tid är lika med beviljad tid i nio av tio ärenden eller fler.',
};

/** What the rows are seen against. */
export type SeenAgainst = {
  readonly month: Month;
  readonly cases: readonly CaseFigures[];
  /** By case number, cases that live together. */
  readonly households: ReadonlyMap<string, string>;
  readonly workerNamed: (worker: number) => string;
  /** Two named workers at once are what was ordered (`doubleStaffing=EACH`). */
  readonly paysEach: boolean;
};

/** Remarks are read by people: of more than these the first are enough, and of each its first rows. */
const [mostRemarks, mostRows] = [1000, 200];
const dayLong = 1440;
const noRow: readonly number[] = [];

const groupsOf = (rows: Iterable<RowSeen>, key: (row: RowSeen) => number): [number, RowSeen[]][] =>
  [...Map.groupBy(rows, key)].sort(([one], [other]) => one - other);

/** Dates on which the submitted minutes are more than a day has. */
const daysOver = (rows: readonly RowSeen[]): readonly (readonly number[])[] =>
  groupsOf(rows, ({ day }) => day)
    .filter(([, ofDay]) => ofDay.reduce((sum, { submitted }) => sum + submitted, 0) > dayLong)
    .map(([, ofDay]) => ofDay.map(({ row }) => row));

/** Nine of ten cases with exactly what was granted, in a month of twenty or more (auditors' finding). */
const alwaysGranted = (cases: readonly CaseFigures[]): boolean =>
  cases.length >= 20 && cases.filter(({ performed, granted }) => performed === granted).length * 10 >= cases.length * 9;

function* ofCase(rows: readonly RowSeen[], { month, paysEach }: SeenAgainst) {
  const submitting = rows.filter(({ submitted }) => submitted > 0);
  const isOrderedTwice = (one: RowSeen, other: RowSeen) =>
    paysEach && one.worker !== 0 && other.worker !== 0 && one.worker !== other.worker;
  const met = meetings(submitting, (one, other) => (isOrderedTwice(one, other) ? undefined : 'OVERLAP_CUSTOMER'));
  for (const meeting of met) yield { code: meeting.kind, rows: meeting.rows } as const;
  for (const over of daysOver(submitting)) yield { code: 'DAY_OVER_24H', rows: over } as const;
  for (const alike of sameWeeks(month, rows)) yield { code: 'SAME_WEEKS', rows: alike } as const;
}

function* ofWorker(rows: readonly RowSeen[], { cases, households }: SeenAgainst) {
  const submitting = rows.filter(({ submitted }) => submitted > 0);
  const householdOf = ({ caseNumber }: RowSeen) => households.get(cases[caseNumber]?.caseNo ?? '');
  const kindOf = (one: RowSeen, other: RowSeen) => {
    if (one.caseNumber === other.caseNumber) return undefined;
    const household = householdOf(one);
    return household !== undefined && household === householdOf(other) ? 'SHARED_VISIT' : 'OVERLAP_WORKER';
  };
  for (const meeting of meetings(submitting, kindOf)) yield { code: meeting.kind, rows: meeting.rows } as const;
  for (const over of daysOver(submitting)) yield { code: 'DAY_OVER_24H', rows: over } as const;
}

function* each(rows: RowsSeen, against: SeenAgainst): Generator<Omit<RowRemark, 'text'>> {
  for (const [number, ofIt] of groupsOf(rows, ({ caseNumber }) => caseNumber)) {
    const caseNo = against.cases[number]?.caseNo ?? '';
    for (const seen of ofCase(ofIt, against)) yield { code: seen.code, caseNo, rows: seen.rows };
  }
  for (const [number, ofIt] of groupsOf(rows, ({ worker }) => worker)) {
    if (number === 0) continue;
    const worker = against.workerNamed(number);
    for (const seen of ofWorker(ofIt, against)) yield { code: seen.code, worker, rows: seen.rows };
  }
  if (alwaysGranted(against.cases)) yield { code: 'ALWAYS_GRANTED', rows: noRow };
}

/** What was seen in the rows, by case, then by worker, then of the whole. */
export function remarksOn(rows: RowsSeen, against: SeenAgainst): readonly RowRemark[] {
  const remarks: RowRemark[] = [];
  for (const { rows: lines, ...seen } of each(rows, against)) {
    if (remarks.length === mostRemarks) break;
    remarks.push({ ...seen, rows: lines.slice(0, mostRows), text: texts[seen.code] });
  }
  return remarks;
}
