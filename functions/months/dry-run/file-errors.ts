/** What can be wrong with a file, in words that name the place and never repeat what is written there. */

export type FileName = 'report' | 'deviations';

/** A row that cannot be read; the order is that of the columns, and the first that applies is the row's error. */
export type RowCode =
  | 'BAD_COLUMNS'
  | 'WRONG_MONTH'
  | 'WRONG_PROVIDER'
  | 'UNKNOWN_CASE'
  | 'BAD_SERVICE'
  | 'BAD_DATE'
  | 'BAD_TIME'
  | 'BAD_NUMBER'
  | 'BAD_STATUS'
  | 'BAD_TYPE';

type SumCode = 'SECOND_SUM' | 'MISSING_SUM' | 'WRONG_SUM' | 'MISSING_TOTAL' | 'WRONG_TOTAL';

export type ErrorCode = RowCode | SumCode | 'WRONG_MINUTES';

/** One error of a file. A sum that is missing has no row and no column. */
export type FileError = {
  readonly file: FileName;
  readonly row?: number;
  readonly column?: string;
  readonly code: ErrorCode;
  readonly message: string;
};

const messages: Record<ErrorCode, string> = {
  BAD_COLUMNS: 'Raden har inte lika många kolumner som rubriken.',
  WRONG_MONTH: 'Raden gäller en annan månad.',
  WRONG_PROVIDER: 'Raden gäller en annan utförare.',
  UNKNOWN_CASE: 'Utföraren har inget sådant ärende under månaden.',
  BAD_SERVICE: 'Insatsen ska skrivas med 2–10 bokstäver och siffror.',
  BAD_DATE: 'Datumet finns inte, eller slutar före det börjar. Skriv ÅÅÅÅ-MM-DD.',
  BAD_TIME: 'Tiden finns inte, eller slutet är lika med starten. Skriv TT:MM.',
  BAD_NUMBER: 'Minuterna ska vara ett helt tal, och utförda minuter 0 när besöket inte är utfört.',
  BAD_STATUS: 'Status ska vara UTFÖRD, BOMTID, AVBOKAD eller EJ UTFÖRD.',
  BAD_TYPE: 'Typ ska vara BOMTID, AVSAGD, PLANERAD FRÅNVARO, SJUKHUS, AVLIDEN, UTÖKAT BEHOV eller ÖVRIGT.',
  WRONG_MINUTES: 'Utförda minuter stämmer inte med start och slut.',
  SECOND_SUM: 'En summarad för samma sak finns redan; den första räknas.',
  MISSING_SUM: 'Ärendet saknar summarad.',
  WRONG_SUM: 'Summaraden stämmer inte med ärendets rader.',
  MISSING_TOTAL: 'Filen saknar raden TOTALT.',
  WRONG_TOTAL: 'Raden TOTALT stämmer inte med filens rader.',
};

export const rowError = (file: FileName, row: number, column: string, code: ErrorCode): FileError => ({
  file,
  row,
  column,
  code,
  message: messages[code],
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

/** The report's errors in the order of its rows, what is missing after them, then the form's. */
export const inFileOrder = (errors: readonly FileError[]): readonly FileError[] =>
  errors.toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ file, row = 2 ** 40 }: FileError): number => (file === 'report' ? row : 2 ** 41 + row);
