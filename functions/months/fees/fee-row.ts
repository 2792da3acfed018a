import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { figuresOf, type Line } from '../lines/line.ts';
import { feeFigures } from './fee-figures.ts';

/** What a customer's fee is decided on: figures of one case at one provider, never why nor who was asked (L-26). */
export const FeeRow = z
  .object({
    month: Month,
    caseNo: z.string(),
    providerId: z.string(),
    granted: z.int(),
    performed: z.int(),
    charged: z.int().meta({ description: 'Paid to the provider' }),
    paidAbsence: z.int(),
    unpaidAbsence: z.int(),
    absenceDays: z.int(),
    state: z
      .enum(['PRELIMINÄR', 'FASTSTÄLLD', 'JUSTERAD'])
      .meta({ description: 'From receipt · from the statement · all adjustments of the case in' }),
    version: z.int().meta({ description: 'Which submission of the month it rests on' }),
  })
  .meta({ id: 'FeeRow' });
export type FeeRow = z.infer<typeof FeeRow>;

/** A provider's month, as far as its fees depend on it. */
type Of = {
  readonly month: Month;
  readonly providerId: string;
  readonly state: string;
  readonly submission?: { readonly version: number } | undefined;
};

export function feeRow(line: Line, { month, providerId, state, submission }: Of): FeeRow {
  const { charged, unpaid } = figuresOf(line);
  return {
    month,
    caseNo: line.caseNo,
    providerId,
    ...feeFigures(line, unpaid),
    charged,
    state: state === 'stated' ? 'FASTSTÄLLD' : 'PRELIMINÄR',
    version: submission?.version ?? 0,
  };
}

/** Where a row stands among the others: by case, then provider. */
export const feePlace = ({ caseNo, providerId }: Pick<FeeRow, 'caseNo' | 'providerId'>): string =>
  `${caseNo} ${providerId}`;

/** A row as the fee's own system names its figures. */
export const feeCells = (row: FeeRow) => ({
  Månad: row.month,
  Ärendenummer: row.caseNo,
  Utförare: row.providerId,
  'Beviljade minuter': row.granted,
  'Utförda minuter': row.performed,
  'Betalda minuter': row.charged,
  'Betald frånvaro minuter': row.paidAbsence,
  'Obetald frånvaro minuter': row.unpaidAbsence,
  Frånvarodagar: row.absenceDays,
  Läge: row.state,
  Version: row.version,
});

export const feeColumns: readonly (keyof ReturnType<typeof feeCells>)[] = [
  ...(['Månad', 'Ärendenummer', 'Utförare', 'Beviljade minuter', 'Utförda minuter', 'Betalda minuter'] as const),
  ...(['Betald frånvaro minuter', 'Obetald frånvaro minuter', 'Frånvarodagar', 'Läge', 'Version'] as const),
];

/** BOM, CRLF, and nothing that a spreadsheet takes for a formula. */
export const asFees = { delimiter: ';', record_delimiter: 'windows', bom: true, escape_formulas: true } as const;

/** The rows as the fee's own system reads them. */
export const feesFile = (rows: readonly FeeRow[]): string =>
  stringify(rows.map(feeCells), { header: true, columns: [...feeColumns], ...asFees });

const figures = ['granted', 'performed', 'charged', 'paidAbsence', 'unpaidAbsence', 'absenceDays'] as const;

/** The file with a last row to hold it against: which edition it is, how many rows, and what each column comes to. */
export const withControlRow = (
  file: string,
  rows: readonly FeeRow[],
  { serial, rowCount }: { readonly serial: number; readonly rowCount: number },
): string => {
  const sums = figures.map((id) => rows.reduce((sum, row) => sum + row[id], 0));
  return `${file}${['SUMMA', `Nr ${serial}`, `${rowCount} rader`, ...sums, '', ''].join(';')}\r\n`;
};
