import * as z from 'zod';
import { sumService } from '../../../shared/domain/file-columns.ts';
import type { PrintedForm } from '../forms/paper-pages.ts';

const reportFields = ['caseNo', 'service', 'date', 'start', 'end', 'ordered', 'performed', 'status'] as const;
const deviationFields = ['caseNo', 'date', 'to', 'start', 'type', 'minutes', 'notice'] as const;
export type RowField = (typeof reportFields)[number] | (typeof deviationFields)[number];

/** What stands on a row of each form, in the order of the paper's columns. */
export const rowFields: Readonly<Record<PrintedForm, readonly RowField[]>> = {
  report: reportFields,
  deviations: deviationFields,
  signature: [],
};

/** One field as it stands on the paper; empty where nothing does. What it means is judged as a file's is. */
const Written = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^\p{C};"]*$/u);
export const RowValues = z.partialRecord(z.enum([...reportFields, ...deviationFields]), Written);

/** A row as it is read: every field of its form, `''` where nothing stands. */
export type PaperRow = Readonly<Partial<Record<RowField, string>>>;

/** Words of lists are the same in any case; a case number is as it is. */
const inCapitals: ReadonlySet<string> = new Set(['service', 'status', 'type']);
const asKept = (field: RowField, text: string): string =>
  inCapitals.has(field) ? text.toLocaleUpperCase('sv') : text.replaceAll(/\s+/g, ' ');

/** A row as the print has it: of a visit that was ordered, performed as it was. What else is written on it is keyed. */
export function printedRow(form: PrintedForm, cells: readonly string[]): PaperRow {
  if (form !== 'report') return Object.fromEntries(rowFields[form].map((field) => [field, '']));
  const [caseNo = '', service = '', date = '', start = '', end = '', ordered = ''] = cells;
  const isVisit = date !== '';
  return {
    ...{ caseNo, service, date, start, end, ordered },
    performed: isVisit ? ordered : '',
    status: isVisit ? 'UTFÖRD' : '',
  };
}

/** The row with what somebody has keyed of it. */
export function keyedRow(form: PrintedForm, printed: PaperRow, values: PaperRow = {}): PaperRow {
  return Object.fromEntries(
    rowFields[form].map((field) => [field, asKept(field, values[field] ?? printed[field] ?? '')]),
  );
}

/** In which fields two readings of a row differ. */
export const fieldsApart = (form: PrintedForm, one: PaperRow, other: PaperRow): readonly RowField[] =>
  rowFields[form].filter((field) => one[field] !== other[field]);

export const isSumRow = ({ service }: PaperRow): boolean => service === sumService;

const visitFields = ['date', 'start', 'end', 'performed', 'status'] as const satisfies readonly RowField[];

/** Whether anything stands on it: a row to write on that nobody wrote on is none, and neither is a sum of nothing. */
export function isWritten(form: PrintedForm, row: PaperRow): boolean {
  if (form !== 'report') return rowFields[form].some((field) => row[field] !== '');
  if (isSumRow(row)) return row.ordered !== '' || row.performed !== '';
  return visitFields.some((field) => row[field] !== '');
}
