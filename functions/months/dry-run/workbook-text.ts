import { formColumns, reportColumns, sumService } from '../../../shared/domain/file-columns.ts';
import { readSheet } from '../../../shared/workbook/read-workbook.ts';
import type { WorkbookFault, WorkSheet } from '../../../shared/workbook/sheet.ts';
import { type ColumnKind, type Form, sheetLines } from '../../../shared/workbook/sheet-text.ts';
import type { FileName } from './file-errors.ts';

/** What the columns of the two files hold, where a spreadsheet has a number of its own for it. */
export const columnKinds: Readonly<Record<string, ColumnKind>> = {
  Månad: 'month',
  Datum: 'day',
  Till: 'day',
  Start: 'time',
  Slut: 'time',
  Avisering: 'instant',
  'Beställda minuter': 'sum',
  'Utförda minuter': 'sum',
};
const kindsOf = (columns: readonly string[]): readonly ColumnKind[] =>
  columns.map((column) => columnKinds[column] ?? 'text');

const forms: Readonly<Record<FileName, Form>> = {
  report: { columns: kindsOf(reportColumns), sums: { column: reportColumns.indexOf('Insats'), word: sumService } },
  deviations: { columns: kindsOf(formColumns) },
};

/** What the cells' lists choose from stands in a sheet of its own. */
export const sheetTitles = { report: 'Tidsrapport', deviations: 'Avvikelser', lists: 'Listor' } as const;

const isCalled = ({ name }: WorkSheet, title: string): boolean => name.trim().toLowerCase() === title.toLowerCase();

type TwoSheets = { readonly [Name in FileName]: WorkSheet | undefined };

/** The sheets of the two files: by their names, else the first and the second that are shown. */
function sheetsOf(sheets: readonly WorkSheet[]): TwoSheets & { readonly isNamed: boolean } {
  const named = (name: FileName) => sheets.find((sheet) => isCalled(sheet, sheetTitles[name]));
  const [report, deviations] = [named('report'), named('deviations')];
  const others = sheets.filter(
    (sheet) => !sheet.isHidden && !isCalled(sheet, sheetTitles.lists) && sheet !== report && sheet !== deviations,
  );
  const first = report ?? others.shift();
  return { report: first, deviations: deviations ?? others.shift(), isNamed: Boolean(report ?? deviations) };
}

/** The sheet of one of the two; the only sheet of a book, when nothing says otherwise, is the file that it is handed in as. */
function sheetFor(name: FileName, sheets: readonly WorkSheet[]): WorkSheet | undefined {
  const both = sheetsOf(sheets);
  return both[name] ?? (both.isNamed ? undefined : both.report);
}

type WorkbookText = { readonly lines: Iterable<string>; readonly hides: boolean };

/** The month's file that a workbook holds, as the lines of the same file in CSV; or why it is not read. */
export async function workbookText(bytes: Uint8Array, name: FileName): Promise<WorkbookText | WorkbookFault> {
  const read = await readSheet(bytes, (sheets) => sheetFor(name, sheets));
  if (typeof read === 'string') return read;
  return { lines: sheetLines(read.rows, forms[name], read.startsIn1904), hides: read.hides };
}
