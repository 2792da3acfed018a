import type { WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { fileKind } from '../../../../functions/months/dry-run/file-kind.ts';
import { firstProvider } from '../../../../functions/months/dry-run/first-provider.ts';
import { formHeader, inputOf, reportHeader } from '../../../support/a-month.ts';
import { odsOf, xlsxOf } from '../../../support/workbooks.ts';

type Cell = string | number | Date | null;
const header = reportHeader.split(';');
const visit: Cell[] = ['2026-10', 'P1', 'A-1', 'OMV', '2026-10-01', '08:00', '08:45', 45, 45, 'UTFÖRD'];
const over = (at: number, value: Cell): Cell[] => visit.with(at, value);
const sumOf = (of: string, ordered: Cell, performed: Cell): Cell[] => [
  '2026-10',
  'P1',
  of,
  'SUMMA',
  null,
  null,
  null,
  ordered,
  performed,
  null,
];
const absence: Cell[] = [
  '2026-10',
  'P1',
  'A-1',
  '2026-10-05',
  '2026-10-06',
  null,
  'PLANERAD FRÅNVARO',
  null,
  '2026-10-01 09:00',
  'Bortrest',
];

const report: Cell[][] = [header, visit, over(4, '2026-10-05'), sumOf('A-1', 90, 90), sumOf('TOTALT', 90, 90)];
const form: Cell[][] = [formHeader.split(';'), absence];
const sheets = (rows: Cell[][] = report, more: Partial<WriteSheet> = {}): WriteSheet[] => [
  { name: 'Tidsrapport', rows, ...more },
  { name: 'Avvikelser', rows: form },
];
const csv = (rows: Cell[][]) => Buffer.from(rows.map((cells) => cells.join(';')).join('\n'));

async function judge(bytes: Uint8Array, deviations: Uint8Array = bytes) {
  const answer = await dryRun({
    ...inputOf({ kind: 'private' }),
    report: bytesSource(bytes),
    deviations: bytesSource(deviations),
    trail: 'all',
  });
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.faults)}`);
  return answer.value;
}

/** 1 October 2026 in a sheet that counts from 1900, and from 1904. */
const [in1900, in1904] = [46_296, 46_296 - 1462];

describe('a month in a workbook', () => {
  it.each([
    ['XLSX', () => xlsxOf(sheets())],
    ['XLSX with its texts in the cells', () => xlsxOf(sheets(), { stringMode: 'inline' })],
    ['OpenDocument', () => odsOf(sheets())],
    [
      'two sheets of any name, the first and the second',
      () => xlsxOf(sheets().map((sheet, n) => ({ ...sheet, name: `Blad${n}` }))),
    ],
    [
      'a list to choose from before them',
      () =>
        xlsxOf([
          { name: 'Listor', rows: [['UTFÖRD']] },
          ...sheets().map((sheet, n) => ({ ...sheet, name: `Blad${n}` })),
        ]),
    ],
  ])('comes to what the same rows do as CSV: %s', async (_, book) => {
    expect(await judge(await book())).toEqual(await judge(csv(report), csv(form)));
  });

  it('reads days and times as the numbers that a spreadsheet makes of them', async () => {
    const numbers = (day: number) => [
      header,
      ['2026-10', 'P1', 'A-1', 'OMV', day, 8 / 24, 8.75 / 24, 45, 45, 'UTFÖRD'],
      ...report.slice(2),
    ];
    const expected = await judge(csv(report), csv(form));
    expect(await judge(await xlsxOf(sheets(numbers(in1900))))).toEqual(expected);
    expect(await judge(await xlsxOf(sheets(numbers(in1904)), { dateSystem: '1904' }))).toEqual(expected);
  });

  it('takes a sum that the sheet has computed, and no other value that is computed', async () => {
    const formula = (at: string, text: string, result?: string | number) =>
      new Map([[at, { formula: text, ...(result === undefined ? {} : { formulaResult: result }) }]]);
    const errorsOf = async (cells: WriteSheet['cells'], rows = report) => {
      const { file } = await judge(await xlsxOf(sheets(rows, { cells })));
      return file.errors.map(({ row, column, code }) => [row, column, code]);
    };
    expect(await errorsOf(formula('3,8', 'SUM(I2:I3)', 90))).toEqual([]);
    // Saved without its value it is no number.
    expect(await errorsOf(formula('3,8', 'SUM(I2:I3)'), report.with(3, sumOf('A-1', 90, null)))).toEqual([
      [4, 'Utförda minuter', 'BAD_NUMBER'],
    ]);
    expect(await errorsOf(formula('1,8', 'H2', 45))).toEqual([[2, 'Utförda minuter', 'FORMULA']]);
    expect(await errorsOf(formula('1,2', 'LOWER("A-1")', 'A-1'))).toEqual([[2, 'Ärendenummer', 'FORMULA']]);
    // Before the day is looked at, after the provider is.
    expect(await errorsOf(formula('1,8', 'H2', 45), report.with(1, over(4, 'i går')))).toEqual([
      [2, 'Utförda minuter', 'FORMULA'],
    ]);
    expect(await errorsOf(formula('1,8', 'H2', 45), report.with(1, over(1, 'P2')))).toEqual([
      [2, 'Utförare', 'WRONG_PROVIDER'],
    ]);
  });

  it('says that something is hidden, and reads it', async () => {
    const { file, total } = await judge(
      await xlsxOf(sheets(report, { rowDefs: new Map([[1, { hidden: true }]]) })),
      csv(form),
    );
    expect(file.warnings).toMatchObject([{ file: 'report', code: 'HIDDEN' }]);
    expect(total).toEqual((await judge(csv(report), csv(form))).total);
  });

  it('counts rows by the sheet’s own numbers, and asks about a break within a field', async () => {
    const rows = [[], header, [], over(2, 'A-1\n'), ...report.slice(2)] as Cell[][];
    const { file } = await judge(await xlsxOf(sheets(rows)));
    expect(file.errors[0]).toMatchObject({ row: 4, column: 'Ärendenummer', code: 'UNKNOWN_CASE' });
  });

  it('counts how its rows came about', async () => {
    const rows = [
      [...header, 'Personal', 'Registrering'],
      [...visit, 'p1', 'AUTO'],
      [...over(4, '2026-10-07'), '', 'manuell'],
      ...report.slice(2),
    ];
    const { registrations } = await judge(await xlsxOf(sheets(rows as Cell[][])));
    expect(registrations).toEqual({ unsaid: 1, automatic: 1, manual: 1, changed: 0 });
    expect((await judge(csv(rows as Cell[][]), csv(form))).registrations).toEqual(registrations);
  });

  it('names its provider, and what it is', async () => {
    const book = bytesSource(await xlsxOf(sheets()));
    expect(await firstProvider(book)).toEqual({ ok: true, value: 'P1' });
    expect(await fileKind(book)).toMatchObject({ kind: 'both', months: [{ month: '2026-10' }, { month: '2026-10' }] });
    expect(await fileKind(bytesSource(await odsOf([{ name: 'Avvikelser', rows: form }])))).toMatchObject({
      kind: 'deviations',
      months: [{ month: '2026-10' }],
    });
    expect(await fileKind(bytesSource(await xlsxOf([{ name: 'Blad1', rows: form }])))).toMatchObject({
      kind: 'deviations',
      months: [{ month: '2026-10' }],
    });
  });
});

describe('a workbook that cannot be judged', () => {
  it.each<[string, () => Promise<Uint8Array>, string | undefined, string]>([
    ['is called a text', () => xlsxOf(sheets()), 'rapport.csv', 'WORKBOOK'],
    ['is a text that is called a workbook', async () => csv(report), 'rapport.xlsx', 'NOT_A_WORKBOOK'],
    ['is called another kind of workbook', () => xlsxOf(sheets()), 'rapport.ods', 'WRONG_BOOK'],
    ['is locked', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'rapport.xls', 'ENCRYPTED'],
    ['has no sheet of the kind', () => xlsxOf([{ name: 'Avvikelser', rows: form }]), 'rapport.xlsx', 'NO_SHEET'],
  ])('%s', async (_, bytes, name, code) => {
    const answer = await dryRun({ ...inputOf({}), report: bytesSource(await bytes(), name) });
    expect(answer).toMatchObject({ ok: false, code, faults: [{ at: 'report row 1 column Månad' }] });
  });
});
