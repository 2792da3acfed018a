import type { ColumnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { formulaMark } from '../../../shared/workbook/sheet-text.ts';
import type { RowCode } from './file-errors.ts';

/** The fields of a row, what its formulas gave when the file was saved among them, and which of them are formulas. */
export type RowSaid = { readonly fields: readonly string[]; readonly formulas: ReadonlySet<number> };

const none: ReadonlySet<number> = new Set();

/** A row of text has no formulas, and is what it is. */
export function rowSaid(fields: readonly string[]): RowSaid {
  if (!fields.some((field) => field.startsWith(formulaMark))) return { fields, formulas: none };
  const formulas = fields.flatMap((field, column) => (field.startsWith(formulaMark) ? [column] : []));
  return { fields: fields.map((field) => field.replace(formulaMark, '')), formulas: new Set(formulas) };
}

/** What is asked of a row before it is asked whether anything is computed in it. */
const asked: ReadonlySet<RowCode> = new Set([
  'BAD_COLUMNS',
  'WRONG_MONTH',
  'WRONG_PROVIDER',
  'UNKNOWN_CASE',
  'BAD_SERVICE',
]);

type Fault = { readonly column: string; readonly code: RowCode; readonly columns?: ColumnsWrong };

/**
 * The row's fault where something in it is computed: a formula is never one's word of what was done. What is wrong with
 * a column before any date is said first, unless the column itself is the formula.
 */
export function orFormula(
  { formulas }: RowSaid,
  columns: readonly string[],
  fault: Fault | undefined,
): Fault | undefined {
  const [first] = formulas;
  if (first === undefined) return fault;
  if (fault && asked.has(fault.code) && !formulas.has(columns.indexOf(fault.column))) return fault;
  return { column: columns[first] ?? `${first + 1}`, code: 'FORMULA' };
}
