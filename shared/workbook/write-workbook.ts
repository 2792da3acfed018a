import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ColumnKind } from './sheet-text.ts';

/** What is written in a cell: a formula has the value that the sheet would make of it; a day is `2026-10-05`, a time `08:30`. */
export type NewCell = string | number | { readonly formula: string; readonly value: number } | undefined;

export type NewColumn = {
  readonly head: string;
  readonly kind: ColumnKind;
  /** In signs. */
  readonly width: number;
  /** Where in the book its cells are chosen from: `Listor!$A$2:$A$5`. */
  readonly choices?: string;
};

export type NewRow = { readonly cells: readonly NewCell[]; readonly look?: 'sum' | 'head' };

export type NewSheet = {
  readonly name: string;
  readonly columns: readonly NewColumn[];
  readonly rows: readonly NewRow[];
  /** How many rows below the last are ready to be filled in. */
  readonly spareRows: number;
};

type WrittenCell = NonNullable<WriteSheet['cells']> extends Map<string, infer One> ? One : never;
type CellStyle = NonNullable<WrittenCell['style']>;

const formats: Readonly<Record<ColumnKind, string>> = {
  // As text: a spreadsheet would make a day of `2026-10`.
  month: '@',
  text: '@',
  day: 'yyyy-mm-dd',
  time: 'hh:mm',
  instant: 'yyyy-mm-dd hh:mm',
  sum: '0',
};

const font = { name: 'Calibri', size: 11 } as const;
const bold = { ...font, bold: true } as const;
const looks = {
  head: { font: bold, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6E8' } } },
  sum: { font: bold, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF3F4' } } },
} as const satisfies Readonly<Record<string, CellStyle>>;

const millisecondsADay = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);

/** What a spreadsheet could take for a formula stands behind a mark, as in the files of text. */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A day or a time as the number that a spreadsheet keeps for it. */
function serial(kind: ColumnKind, text: string): string | number {
  if (kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(text)) return (Date.parse(text) - epoch1900) / millisecondsADay;
  if (kind === 'time' && /^\d\d:\d\d$/.test(text))
    return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) / 1440;
  return neutral(text);
}

/** `B` of the second column; no form has more than 26. */
export const columnLetter = (column: number): string => String.fromCharCode(0x41 + column);

function sheetOf({ name, columns, rows, spareRows }: NewSheet): WriteSheet {
  const cells = new Map<string, WrittenCell>();
  const put = (row: number, column: number, cell: NewCell, look: NewRow['look']) => {
    const kind = look === 'head' ? 'text' : (columns[column]?.kind ?? 'text');
    const style: CellStyle = { font, numFmt: formats[kind], ...(look ? looks[look] : {}) };
    // An empty cell has its format too: what is written there is then shown as a day or a time.
    if (cell === undefined || cell === '') cells.set(`${row},${column}`, { value: null, style });
    else if (typeof cell === 'object')
      cells.set(`${row},${column}`, { formula: cell.formula, formulaResult: cell.value, style });
    else
      cells.set(`${row},${column}`, {
        value: typeof cell === 'string' ? serial(kind, cell) : cell,
        style,
      });
  };
  const heads: NewRow = { cells: columns.map(({ head }) => head), look: 'head' };
  for (const [row, { cells: written, look }] of [heads, ...rows].entries())
    for (const column of columns.keys()) put(row, column, written[column], look);
  const last = rows.length + 1 + spareRows;
  for (let row = rows.length + 1; row < last; row += 1)
    for (const column of columns.keys()) put(row, column, undefined, undefined);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: last }, () => []),
    cells,
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: columns.flatMap(({ choices }, column) =>
      choices === undefined
        ? []
        : [
            {
              type: 'list' as const,
              ...{ formula1: choices, allowBlank: true },
              // A warning would stop who writes SUMMA among the services; the check says what is wrong.
              showErrorMessage: false,
              range: `${columnLetter(column)}2:${columnLetter(column)}${last}`,
            },
          ],
    ),
  };
}

/** A workbook of new sheets, as Excel and LibreOffice open it. */
export const newWorkbook = (sheets: readonly NewSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(sheetOf), defaultFont: font });
