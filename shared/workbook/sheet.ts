/**
 * What a cell of a spreadsheet holds. A number may be a date or a time, as its column says; `date` is one that the
 * program has written as such: `2026-10-05`, or with a time of day after a `T`. `minutes` is a time of day.
 */
export type CellValue = string | number | { readonly date: string } | { readonly minutes: number };

export type SheetCell = {
  /** Counted from 0. */
  readonly column: number;
  /** Undefined where a formula was saved without its value. */
  readonly value: CellValue | undefined;
  readonly isFormula: boolean;
};

/** A row by the sheet's own number, with the cells that say something. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] };

/** What stands in a sheet. */
export type SheetContent = {
  readonly rows: readonly SheetRow[];
  /** Whether a row or a column of it is hidden; hidden rows are read. */
  readonly hides: boolean;
};

export type WorkSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Read when it is asked for: the other sheets of a book may be anything. Throws `NotTaken`. */
  content(): Promise<SheetContent>;
};

export type Workbook = { readonly sheets: readonly WorkSheet[]; readonly startsIn1904: boolean };

/** Why a file is not read as a workbook. */
export type WorkbookFault =
  | 'NOT_A_WORKBOOK'
  | 'WRONG_BOOK'
  | 'ENCRYPTED'
  | 'MACROS'
  | 'EXTERNAL_LINKS'
  | 'TOO_LARGE'
  | 'DAMAGED'
  | 'NO_SHEET';

/** A workbook that is not taken, thrown within the reader and turned to a value at its door. */
export class NotTaken extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}

/** How far a sheet may go: more rows than any month has, more columns than any form. */
export const mostSheetRows = 200_000;
export const mostSheetColumns = 100;
