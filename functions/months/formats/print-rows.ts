import { optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import { formulaMark } from '../../../shared/workbook/sheet-text.ts';
import type { FileRefusal } from '../dry-run/file-header.ts';
import { sameWord } from '../dry-run/readable-text.ts';
import { minutesInPrint } from './minutes-in-print.ts';
import { type PrintColumns, printsWord } from './print-header.ts';

export const allColumns = [...reportColumns, ...optionalColumns] as const;
type Column = (typeof allColumns)[number];

/** Whose month the print is of, where it does not say so itself. */
export type PrintOf = { readonly month: string; readonly providerId: string };

const mostStatuses = 20;
const quoted = (text: string): string => (/[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The print's rows as rows of the time report, one by one; what the map does not say is gathered, and told at the end. */
export class PrintRows {
  visits = 0;
  sums = 0;
  readonly #format: ReportFormat;
  readonly #columns: PrintColumns;
  readonly #of: PrintOf;
  /** Words for a status that the map does not know, with the first row of each. */
  readonly #unknown = new Map<string, number>();

  constructor(format: ReportFormat, columns: PrintColumns, of: PrintOf) {
    this.#format = format;
    this.#columns = columns;
    this.#of = of;
  }

  /** The row's line in the time report; empty for a row of sums, so that every row keeps its number. */
  lineOf(row: number, fields: readonly string[]): string {
    const { sumRows } = this.#format;
    if (sumRows && sameWord(this.#own(fields, sumRows.column), sumRows.equals)) {
      this.sums += 1;
      return '';
    }
    this.visits += 1;
    return allColumns.map((column) => quoted(this.#field(column, row, fields))).join(';');
  }

  #own(fields: readonly string[], column: string | undefined): string {
    const index = column === undefined ? undefined : this.#columns.get(column);
    return index === undefined ? '' : (fields[index] ?? '');
  }

  #field(column: Column, row: number, fields: readonly string[]): string {
    const { month, columns, minutes } = this.#format;
    if (column === 'Månad') return month === '--month' ? this.#of.month : this.#own(fields, month);
    const own = columns[column];
    if (column === 'Utförare' && own === undefined) return this.#of.providerId;
    const text = this.#own(fields, own);
    // What a sheet has computed is told of where it is read.
    if (text.startsWith(formulaMark)) return text;
    if (column === 'Beställda minuter' || column === 'Utförda minuter') return minutesInPrint(text, minutes);
    return column === 'Status' ? this.#status(row, text) : text;
  }

  #status(row: number, text: string): string {
    const [, meant] = Object.entries(this.#format.status).find(([word]) => sameWord(word, text)) ?? [];
    if (meant === undefined && !this.#unknown.has(text)) this.#unknown.set(text, row);
    return meant ?? '';
  }

  /** The words that the map does not know, by their first rows; a map that lacks one judges nobody. */
  refusal(): FileRefusal | undefined {
    if (this.#unknown.size === 0) return undefined;
    const faults = [...this.#unknown].slice(0, mostStatuses).map(([text, row]): Fault => {
      const word = text === '' ? '(tom)' : printsWord(text);
      const said = word === undefined ? 'Ett ord' : `Ordet ${word}`;
      const column = this.#format.columns.Status ?? 'Status';
      const message = `Tidsrapporten, rad ${row}, kolumn ${column}: ${said} finns inte i kartan över utskriften.`;
      return { at: `report row ${row} column ${column}`, code: 'UNMAPPED_STATUS', message };
    });
    return refuse('invalid', 'UNMAPPED_STATUS', faults);
  }
}
