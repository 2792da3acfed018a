import { type ColumnsWrong, columnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { optionalColumns, reportColumns, sumService, totalCase } from '../../../shared/domain/file-columns.ts';
import { dayFrom } from './day-set.ts';
import type { Expected } from './deviation-form.ts';
import { clockNight, endIsSkipped, startIsSkipped } from './elapsed.ts';
import { isMonth, isServiceCode, readDate, readTime, readWhole } from './field-values.ts';
import type { RowCode } from './file-errors.ts';
import { orFormula, rowSaid } from './formula-cells.ts';
import { sameWord } from './readable-text.ts';
import { Registered, Status } from './visit-outcome.ts';

export type Sums = { readonly ordered: number; readonly performed: number };

/** A visit as its row states it; `day` is counted from the month's 1st and may lie outside the month. */
type VisitFields = Sums & {
  readonly service: string;
  readonly worker: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly registered: Registered;
};

/** What a row of the report says, or the first thing that keeps it from being read. */
export type ReportRow =
  | { readonly kind: 'visit'; readonly caseNo: string; readonly visit: VisitFields }
  | { readonly kind: 'sum'; readonly caseNo: string; readonly sums: Sums }
  | {
      readonly kind: 'unreadable';
      readonly caseNo: string;
      readonly sumRow: boolean;
      readonly column: string;
      readonly code: RowCode;
      /** Of `BAD_COLUMNS`, all of them. */
      readonly columns?: ColumnsWrong;
      /** The minutes of a row that has no other fault than its case: the provider's own total counts them. */
      readonly otherwise?: Sums;
    };

type Fault = { readonly column: string; readonly code: RowCode; readonly columns?: ColumnsWrong };

/** A row that ends before its columns do: the first that is missing is where, and all of them are said. */
const tooFew = (missing: readonly string[]): Fault => ({
  ...{ column: missing[0] ?? '', code: 'BAD_COLUMNS' },
  columns: columnsWrong(missing, []),
});

/** By how many columns a row has: made once, since a file may have such rows by the hundred thousand. */
const visitTooShort = reportColumns.map((_, length) => tooFew(reportColumns.slice(length)));
const sumTooShort = reportColumns
  .slice(0, reportColumns.indexOf('Status'))
  .map((_, length) => tooFew(reportColumns.slice(length, reportColumns.indexOf('Status'))));

/** Filled columns beyond those that there are: by number, since they have no name. */
const beyond = (fields: readonly string[], columns: number): readonly number[] =>
  fields.flatMap((field, index) => (index >= columns && field !== '' ? [index + 1] : []));

const fault = (column: string, code: RowCode): Fault => ({ column, code });

const mostOfVisit = 99_999;
const mostOfSum = 999_999_999;

/** Reads one row; `columns` is how many the header has. */
export function readReportRow(given: readonly string[], columns: number, expected: Expected): ReportRow {
  const said = rowSaid(given);
  const read = readFields(said.fields, columns, expected);
  const isSum = read.kind === 'sum' || (read.kind === 'unreadable' && read.sumRow);
  // Of a sum row only case and sums are read, and its sums are not marked.
  const seen = isSum
    ? { ...said, formulas: new Set([...said.formulas].filter((column) => column < firstUnread)) }
    : said;
  const fault = orFormula(seen, allColumns, read.kind === 'unreadable' ? read : undefined);
  if (!fault || seen.formulas.size === 0) return read;
  const unread = {
    kind: 'unreadable',
    caseNo: read.caseNo,
    sumRow: isSum,
    column: fault.column,
    code: fault.code,
  } as const;
  // The minutes of a row that is computed count nowhere, whatever else is wrong with it.
  return read.kind === 'unreadable' && read.columns && fault.code === read.code
    ? { ...unread, columns: read.columns }
    : unread;
}

const allColumns: readonly string[] = [...reportColumns, ...optionalColumns];
const firstUnread = reportColumns.indexOf('Datum');

function readFields(fields: readonly string[], columns: number, expected: Expected): ReportRow {
  const [month = '', provider, caseNo = '', service = ''] = fields;
  if (sameWord(service, sumService)) {
    return readSumRow(fields, sameWord(caseNo, totalCase) ? totalCase : caseNo, expected);
  }

  const place = misplaced(fields, columns, month, provider, expected);
  if (place) return { kind: 'unreadable', caseNo, sumRow: false, ...place };
  const visit = readVisit(fields, expected);
  if (!expected.knows(caseNo)) {
    const unknown = { kind: 'unreadable', caseNo, sumRow: false, ...fault('Ärendenummer', 'UNKNOWN_CASE') } as const;
    return 'code' in visit ? unknown : { ...unknown, otherwise: visit };
  }
  return 'code' in visit ? { kind: 'unreadable', caseNo, sumRow: false, ...visit } : { kind: 'visit', caseNo, visit };
}

/** Only case and sums are read; empty columns at the end may be left out. */
function readSumRow(fields: readonly string[], caseNo: string, { knows }: Expected): ReportRow {
  const sumRow = { kind: 'unreadable', caseNo, sumRow: true } as const;
  const short = sumTooShort[fields.length];
  if (short) return { ...sumRow, ...short };
  if (caseNo !== totalCase && !knows(caseNo)) return { ...sumRow, ...fault('Ärendenummer', 'UNKNOWN_CASE') };
  const ordered = readWhole(fields[7] ?? '', mostOfSum);
  if (ordered === undefined) return { ...sumRow, ...fault('Beställda minuter', 'BAD_NUMBER') };
  const performed = readWhole(fields[8] ?? '', mostOfSum);
  if (performed === undefined) return { ...sumRow, ...fault('Utförda minuter', 'BAD_NUMBER') };
  return { kind: 'sum', caseNo, sums: { ordered, performed } };
}

function misplaced(
  fields: readonly string[],
  columns: number,
  month: string,
  provider: string | undefined,
  expected: Expected,
): Fault | undefined {
  // The optional columns, the last, may be left out where they are empty.
  const short = visitTooShort[fields.length];
  if (short) return short;
  if (fields.slice(columns).some((field) => field !== ''))
    return { ...fault(`${columns + 1}`, 'BAD_COLUMNS'), columns: columnsWrong([], beyond(fields, columns)) };
  if (!isMonth(month, expected.month)) return fault('Månad', 'WRONG_MONTH');
  if (provider !== expected.providerId) return fault('Utförare', 'WRONG_PROVIDER');
  return undefined;
}

const statuses: ReadonlyMap<string, Status> = new Map([
  ['utförd', Status.performed],
  ['bomtid', Status.bomtid],
  ['avbokad', Status.cancelled],
  ['ej utförd', Status.notPerformed],
]);

const registrations: ReadonlyMap<string, Registered> = new Map([
  ['auto', Registered.automatic],
  ['manuell', Registered.manual],
  ['ändrad', Registered.changed],
]);

function readVisit(fields: readonly string[], { month }: Expected): VisitFields | Fault {
  const [, , , service = '', dated = '', from = '', to = '', orderedText = '', performedText = '', stated = ''] =
    fields;
  if (!isServiceCode(service)) return fault('Insats', 'BAD_SERVICE');

  const date = readDate(dated);
  if (date === undefined) return fault('Datum', 'BAD_DATE');

  const start = readTime(from);
  if (start === undefined || startIsSkipped(clockNight(date), start)) return fault('Start', 'BAD_TIME');
  const end = readTime(to);
  if (end === undefined || end === start || endIsSkipped(clockNight(date), { start, end })) {
    return fault('Slut', 'BAD_TIME');
  }

  const ordered = readWhole(orderedText, mostOfVisit);
  if (ordered === undefined) return fault('Beställda minuter', 'BAD_NUMBER');
  const performed = readWhole(performedText, mostOfVisit);
  const status = statuses.get(stated.toLowerCase());
  const performedByNone = status !== undefined && status !== Status.performed && performed !== 0;
  if (performed === undefined || performedByNone) return fault('Utförda minuter', 'BAD_NUMBER');
  if (status === undefined) return fault('Status', 'BAD_STATUS');

  const [worker = '', registration = ''] = fields.slice(reportColumns.length);
  const registered = registrations.get(registration.toLowerCase()) ?? Registered.unsaid;
  return { service, worker, day: dayFrom(month, date), start, end, ordered, performed, status, registered };
}
