import { firstDay, type LocalDate, type Month, plusDays } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { Parameters as Settings } from '../../../shared/packs/parameters.ts';
import {
  type ByteSource,
  eachReportRow,
  type FileRefusal,
  fitsTimes,
  type ReportRow,
  rowError,
  wasPerformed,
} from '../../months/door.ts';
import type { PerformedVisit } from './basis-line.ts';

/** A row that says something, by its line in the file and its case. */
export type PerformedRow = PerformedVisit & { readonly row: number; readonly caseNo: string };

type VisitRow = Extract<ReportRow, { kind: 'visit' }>;

/** How far minutes may be from what the clock says: the routines that buy are silent, so as usual. */
const usual = Settings.parse({});

/** The most rows of one report. */
const mostRows = 50_000;
/** The most faults that are named one by one. */
const mostFaults = 500;

const keyOf = ({ caseNo, visit }: VisitRow): string => {
  const { service, day, start, end, worker } = visit;
  return JSON.stringify([caseNo, service, day, start, end, worker]);
};

type RowFound = Parameters<typeof rowError> extends [unknown, ...infer Rest] ? Rest : never;
type RowError = ReturnType<typeof rowError>;

const asFault = ({ row, column, code, message }: RowError): Fault => ({
  at: `report row ${row} column ${column}`,
  ...{ code, message },
});

/** Each of the rows that need mending, as a fault of the request and as an error of the file. */
export type FaultyReport = Refusal<'report-faulty'> & {
  readonly errors: readonly RowError[];
  /** Those that could be read: of what the report is. */
  readonly readable: readonly PerformedRow[];
};

const faultyReport = (errors: readonly RowError[], more: number, readable: readonly PerformedRow[]): FaultyReport => ({
  ...refuse('invalid', 'report-faulty', errors.map(asFault), more),
  ...{ errors, readable },
});

/** Sums of minutes, of one case or of all; ordered and performed, as a sum row states them. */
class Totals {
  readonly #sums = new Map<string, { ordered: number; performed: number }>();
  add(caseNo: string, ordered: number, performed: number): void {
    const sum = this.#sums.get(caseNo) ?? { ordered: 0, performed: 0 };
    this.#sums.set(caseNo, { ordered: sum.ordered + ordered, performed: sum.performed + performed });
  }
  differs(caseNo: string, stated: { readonly ordered: number; readonly performed: number }): string | undefined {
    const sum = this.#sums.get(caseNo) ?? { ordered: 0, performed: 0 };
    if (sum.ordered !== stated.ordered) return 'Beställda minuter';
    return sum.performed === stated.performed ? undefined : 'Utförda minuter';
  }
}

export type PerformedRefusal = FileRefusal['code'] | 'too-many-rows';

/**
 * What a month's time report says was done, as a performer of bought hours hands it in: the contract's own report, by its
 * own reader. A file with a row that cannot be read, or a sum that is not its rows', is refused with each of them named,
 * so that no minute is lost on the way; sums may be left out.
 */
export async function performedRows(
  source: ByteSource,
  month: Month,
  performerId: string,
): Promise<Result<readonly PerformedRow[], PerformedRefusal> | FaultyReport> {
  const rows: PerformedRow[] = [];
  const errors: RowError[] = [];
  const seen = new Set<string>();
  const totals = new Totals();
  const sums: { row: number; caseNo: string; ordered: number; performed: number }[] = [];
  const all = 'TOTALT';
  let faulty = 0;
  const fault = (...found: RowFound): void => {
    faulty += 1;
    if (errors.length < mostFaults) errors.push(rowError('report', ...found));
  };
  const expected = { month, providerId: performerId, knows: () => true };
  const refusal = await eachReportRow(source, expected, (row, read) => {
    if (read.kind === 'unreadable') return fault(row, read.column, read.code, read.columns);
    if (read.kind === 'sum') {
      sums.push({ row, caseNo: read.caseNo, ...read.sums });
      return undefined;
    }
    const { caseNo, visit } = read;
    for (const whose of [caseNo, all]) totals.add(whose, visit.ordered, visit.performed);
    if (rows.length >= mostRows) return undefined;
    const isPerformed = wasPerformed(read);
    const key = keyOf(read);
    const status = isPerformed ? (seen.has(key) ? 'REPEATED' : 'PERFORMED') : 'NOT_PERFORMED';
    if (isPerformed) seen.add(key);
    const on: LocalDate = plusDays(firstDay(month), visit.day - 1);
    if (isPerformed && !fitsTimes(on, visit, visit.performed, usual['visit.toleranceMinutes']))
      return fault(row, 'Utförda minuter', 'WRONG_MINUTES');
    const minutes = isPerformed ? visit.performed : visit.ordered;
    rows.push({ row, caseNo, code: visit.service, on, minutes, status });
    return undefined;
  });
  if (refusal) return refusal;
  for (const { row, caseNo, ...stated } of sums) {
    const column = totals.differs(caseNo, stated);
    if (column) fault(row, column, 'WRONG_SUM');
  }
  if (rows.length >= mostRows) return refuse('invalid', 'too-many-rows');
  return faulty > 0 ? faultyReport(errors, faulty - errors.length, rows) : accept(rows);
}
