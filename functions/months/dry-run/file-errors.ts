import { type ColumnsWrong, columnsInWords } from '../../../shared/domain/columns-wrong.ts';
import { fileFaults } from '../../../shared/domain/file-faults.ts';

/** What can be wrong with a file, in words that name the place and never repeat what is written there. */

export type FileName = 'report' | 'deviations';

/** A row that cannot be read; the order is that of the columns, and the first that applies is the row's error. */
export type RowCode =
  | 'BAD_COLUMNS'
  | 'WRONG_MONTH'
  | 'WRONG_PROVIDER'
  | 'UNKNOWN_CASE'
  | 'BAD_SERVICE'
  | 'FORMULA'
  | 'BAD_DATE'
  | 'BAD_TIME'
  | 'BAD_NUMBER'
  | 'BAD_STATUS'
  | 'BAD_TYPE';

type SumCode = 'SECOND_SUM' | 'MISSING_SUM' | 'WRONG_SUM' | 'MISSING_TOTAL' | 'WRONG_TOTAL';

export type ErrorCode = RowCode | SumCode | 'WRONG_MINUTES' | 'HIDDEN';

/** One error of a file. A sum that is missing has no row and no column. */
export type FileError = {
  readonly file: FileName;
  readonly row?: number;
  readonly column?: string;
  readonly code: ErrorCode;
  readonly message: string;
  /** Of `BAD_COLUMNS`: what is said of them in the message, for whoever says it in another place. */
  readonly columns?: ColumnsWrong;
};

/** As it is answered: what the contract names, and no more. */
export const told = ({ columns: _, ...error }: FileError): Omit<FileError, 'columns'> => error;

const messages: Readonly<Record<ErrorCode, string>> = fileFaults;

export const rowError = (
  file: FileName,
  row: number,
  column: string,
  code: ErrorCode,
  columns?: ColumnsWrong,
): FileError => ({
  file,
  row,
  column,
  code,
  message: columns ? `${messages[code]} ${columnsInWords(columns)}`.trim() : messages[code],
  ...(columns ? { columns } : {}),
});

export const missingSum = (caseNo: string): FileError => ({
  file: 'report',
  code: 'MISSING_SUM',
  message: `${messages.MISSING_SUM} (${caseNo})`,
});

export const missingTotal = (): FileError => ({
  file: 'report',
  code: 'MISSING_TOTAL',
  message: messages.MISSING_TOTAL,
});

/** A workbook of which something is hidden; it has no row. */
export const hiddenIn = (file: FileName): FileError => ({ file, code: 'HIDDEN', message: messages.HIDDEN });

/** The report's errors in the order of its rows, what is missing after them, then the form's. */
export const inFileOrder = (errors: readonly FileError[]): readonly FileError[] =>
  errors.toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ file, row = 2 ** 40 }: FileError): number => (file === 'report' ? row : 2 ** 41 + row);
