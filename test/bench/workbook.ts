import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { readRow } from '../../functions/months/dry-run/csv-rows.ts';
import { eachReportRow } from '../../functions/months/dry-run/report-rows.ts';
import { workbookText } from '../../functions/months/dry-run/workbook-text.ts';
import { reportColumns } from '../../shared/domain/file-columns.ts';
import { xlsxOf } from '../support/workbooks.ts';

/**
 * `npm run bench:workbook`: from the bytes of a workbook with a time report of 5,000 rows to validated rows, beside two
 * well-known readers that only read the cells (exceljs, SheetJS) and the one that the product writes with (hucre). First
 * all four must give equal cells. 20 warm rounds, interleaved; what is told is the median of processor time.
 * The two are fetched into `out/` the first time, pinned: nothing of the product needs them.
 */
const [rowCount, rounds, most] = [5000, 20, 40];
const peers = join(import.meta.dirname, '../../out/bench-readers');
const pinned = { exceljs: '4.4.0', xlsx: '0.18.5' };
if (!existsSync(join(peers, 'node_modules/xlsx')))
  execFileSync(
    'npm',
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      peers,
      ...Object.entries(pinned).map((one) => one.join('@')),
    ],
    { stdio: 'ignore' },
  );
type Cell = string | number | null;
type ExcelRow = { readonly values: readonly (Cell | Date)[] };
const load = createRequire(join(peers, 'package.json'));
const ExcelJs: {
  Workbook: new () => {
    xlsx: { load(bytes: Uint8Array): Promise<unknown> };
    getWorksheet(name: string): { eachRow(take: (row: ExcelRow) => void): void };
  };
} = load('exceljs');
const SheetJs: {
  read(bytes: Uint8Array, how: object): { Sheets: Record<string, unknown> };
  utils: { sheet_to_json(sheet: unknown, how: object): Cell[][] };
} = load('xlsx');

const serial = (day: number): number => 46_295 + day;
const rows: Cell[][] = [[...reportColumns]];
for (let n = 0; n < rowCount - 1; n += 1) {
  const [length, start] = [15 + 5 * (n % 10), 7 + (n % 12)];
  const caseNo = `A-${1000 + Math.floor(n / 25)}`;
  rows.push([
    '2026-10',
    'P1',
    caseNo,
    n % 7 === 0 ? 'SRV' : 'OMV',
    serial(1 + (n % 31)),
    start / 24,
    (start + length / 60) / 24,
    length,
    length,
    'UTFÖRD',
  ]);
}
const bytes = await xlsxOf([{ name: 'Tidsrapport', rows }]);

const readers = {
  async utfört() {
    let visits = 0;
    const about = { month: '2026-10', providerId: 'P1', knows: () => true };
    const refusal = await eachReportRow(bytesSource(bytes, 'book.xlsx'), about as never, (_, row) => {
      if (row.kind === 'visit') visits += 1;
    });
    if (refusal) throw new Error(refusal.code);
    return visits;
  },
  async hucre() {
    return (await readXlsx(bytes)).sheets[0]?.rows.length;
  },
  async exceljs() {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(bytes);
    return cellsOfExcelJs(book).length;
  },
  async sheetjs() {
    return cellsOfSheetJs().length;
  },
};

function cellsOfExcelJs(book: InstanceType<typeof ExcelJs.Workbook>): Cell[][] {
  const found: Cell[][] = [];
  book.getWorksheet('Tidsrapport').eachRow(({ values }) => found.push(values.slice(1) as Cell[]));
  return found;
}
const cellsOfSheetJs = (): Cell[][] =>
  SheetJs.utils.sheet_to_json(SheetJs.read(bytes, { type: 'array' }).Sheets.Tidsrapport, { header: 1, raw: true });

/** A cell as the same file in CSV has it. */
function plain(cell: Cell, column: string): string {
  if (typeof cell !== 'number') return cell ?? '';
  if (column === 'Datum') return new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10);
  if (column !== 'Start' && column !== 'Slut') return String(cell);
  const minutes = Math.round(cell * 1440);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
const asLines = (cells: readonly (readonly Cell[])[]): string =>
  cells.map((row) => row.map((cell, n) => plain(cell, reportColumns[n] ?? '')).join(';')).join('\n');

async function equalCells(): Promise<void> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(bytes);
  const text = await workbookText(bytes, 'report');
  if (typeof text === 'string') throw new Error(text);
  const own = Buffer.from([...text.lines].join(''));
  const lines: string[] = [];
  for (let at = 0; at < own.length; ) {
    const row = readRow(own, at, true);
    if (typeof row !== 'object') throw new Error(String(row));
    lines.push(row.fields.join(';'));
    at = row.next;
  }
  const theirs = {
    utfört: lines.join('\n'),
    exceljs: asLines(cellsOfExcelJs(book)),
    sheetjs: asLines(cellsOfSheetJs()),
    hucre: asLines(((await readXlsx(bytes)).sheets[0]?.rows ?? []) as Cell[][]),
  };
  const written = asLines(rows);
  for (const [name, got] of Object.entries(theirs)) {
    const at = got.split('\n').findIndex((line, n) => line !== written.split('\n')[n]);
    if (got !== written) throw new Error(`${name} reads other cells, row ${at + 1}: ${got.split('\n')[at]}`);
  }
}

async function cost(read: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

await equalCells();
console.log(`${rowCount} rows, ${(bytes.length / 1e3).toFixed(0)} kB: equal cells from all four`);
if ((await readers.utfört()) !== rowCount - 1) throw new Error('not every row is a visit');
const spent = new Map<string, number[]>(Object.keys(readers).map((name) => [name, []]));
for (let round = -5; round < rounds; round += 1)
  for (const [name, read] of Object.entries(readers)) {
    const milliseconds = await cost(read);
    if (round >= 0) spent.get(name)?.push(milliseconds);
  }
for (const [name, all] of spent)
  console.log(
    `  ${name.padEnd(8)} ${median(all).toFixed(1)} ms processor time${name === 'utfört' ? ', to validated rows' : ', cells alone'}`,
  );
process.exitCode = median(spent.get('utfört') ?? [most + 1]) > most ? 1 : 0;
