import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { deviationsCsv, reportCsv } from '../../../../functions/months/forms/form-csv.ts';
import { formWorkbook } from '../../../../functions/months/forms/form-workbook.ts';
import { type MonthForm, monthForm, type OrderedCase } from '../../../../functions/months/forms/month-form.ts';
import { inputOf } from '../../../support/a-month.ts';

const visits = [
  { weekday: 1, start: '08:30', minutes: 30 },
  { weekday: 6, start: '23:50', minutes: 20 },
];
const cases: readonly OrderedCase[] = [
  { caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
  {
    caseNo: 'A-2',
    services: [
      { code: 'OMV', minutesPerMonth: 600, visits },
      { code: 'INK', minutesPerMonth: 60 },
    ],
  },
];
const made = (of: readonly OrderedCase[] = cases): MonthForm => {
  const provider = { id: 'P1', name: 'Omsorg Ett AB' };
  const form = monthForm(of, { month: '2026-10', municipality: 'Exempelkommun', provider });
  if (!form) throw new Error('there are not so many');
  return form;
};

const judge = async (report: Uint8Array, deviations: Uint8Array = report) => {
  const files = { report: bytesSource(report), deviations: bytesSource(deviations) };
  const answer = await dryRun({ ...inputOf({ kind: 'private' }), cases, ...files, trail: 'all' });
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.faults)}`);
  return answer.value;
};

const day = (date: string) => Date.parse(date) / 86_400_000 + 25_569;
const isVisit = (cells: readonly unknown[]) => cells[3] !== 'SUMMA' && cells[3] !== 'Insats';

/** Fills each row of the sheet in, and lets the sheet make its sums, as a spreadsheet does. */
async function filled(book: Uint8Array): Promise<Uint8Array> {
  const read = await openXlsx(book);
  const [sheet] = read.sheets;
  if (!sheet) throw new Error('no sheet');
  const sums = new Map<unknown, number>();
  for (const [at, cells] of sheet.rows.entries()) {
    if (isVisit(cells)) {
      const isEmpty = cells[7] === null || cells[7] === undefined;
      if (isEmpty)
        for (const [column, value] of [day('2026-10-20'), 10 / 24, 10.5 / 24, 30].entries()) put(column + 4, value);
      put(8, Number(sheet.rows[at]?.[7]));
      put(9, 'UTFÖRD');
      for (const of of [cells[2], 'TOTALT']) sums.set(of, (sums.get(of) ?? 0) + Number(sheet.rows[at]?.[7]));
    } else if (cells[3] === 'SUMMA')
      for (const column of [7, 8]) {
        const cell = sheet.cells?.get(`${at},${column}`);
        if (cell) cell.formulaResult = sums.get(cells[2]) ?? 0;
      }
    function put(column: number, value: string | number) {
      cells[column] = value;
      const cell = sheet?.cells?.get(`${at},${column}`);
      if (cell) Object.assign(cell, { value, type: typeof value });
    }
  }
  return saveXlsx(read);
}

/** The same, in the file of text. */
function filledCsv(form: MonthForm): Buffer {
  const sums = new Map<string, number>();
  const lines = reportCsv(form)
    .trim()
    .split('\r\n')
    .map((line, at) => {
      const cells = line.split(';');
      const [, , caseNo = '', service] = cells;
      if (at === 0) return line;
      if (service === 'SUMMA') return [...cells.slice(0, 7), sums.get(caseNo), sums.get(caseNo), ''].join(';');
      if (!cells[7]) cells.splice(4, 4, '2026-10-20', '10:00', '10:30', '30');
      for (const of of [caseNo, 'TOTALT']) sums.set(of, (sums.get(of) ?? 0) + Number(cells[7]));
      return [...cells.slice(0, 8), cells[7], 'UTFÖRD'].join(';');
    });
  return Buffer.from(lines.join('\r\n'));
}

describe('both forms as one workbook', () => {
  it('filled in and saved is judged as the same files in CSV are, row by row', async () => {
    const form = made();
    const byBook = await judge(await filled(await formWorkbook(form)));
    expect(byBook.file).toEqual({ status: 'COMPLETE', errors: [], warnings: [] });
    expect(byBook.cases.map(({ performed }) => performed)).toEqual([30, 4 * 30 + 5 * 20 + 30]);
    expect(byBook).toEqual(await judge(filledCsv(form), Buffer.from(deviationsCsv())));
  });

  it('says as it begins what the same CSV says', async () => {
    const form = made();
    const book = await judge(await formWorkbook(form));
    expect(book).toEqual(await judge(Buffer.from(reportCsv(form)), Buffer.from(deviationsCsv())));
    expect(book.file.errors.some(({ code }) => code === 'BAD_DATE')).toBe(true);
  });

  it('has three sheets in sight, with days and times as such, sums as formulas, and lists to choose from', async () => {
    const { sheets } = await openXlsx(await formWorkbook(made()), { readStyles: true });
    expect(sheets.map(({ name, hidden }) => [name, Boolean(hidden)])).toEqual([
      ['Tidsrapport', false],
      ['Avvikelser', false],
      ['Listor', false],
    ]);
    const [report, form, lists] = sheets;
    const cell = (at: string) => report?.cells?.get(at);
    // A-1 has one row, its sum is on row 3; the first visit of A-2 is on Saturday 3 October.
    expect(cell('2,7')).toMatchObject({ formula: 'SUMIF(C1:OFFSET(C3,-1,0),C3,H1:OFFSET(H3,-1,0))', formulaResult: 0 });
    expect(cell('3,4')?.style?.numFmt).toBe('yyyy-mm-dd');
    expect(cell('3,5')?.style?.numFmt).toBe('hh:mm');
    const last = (report?.rows.length ?? 0) - 1;
    expect(cell(`${last},7`)).toMatchObject({
      formula: expect.stringMatching(/^SUMIF\(D1:.*"<>SUMMA"/),
      formulaResult: 220,
    });
    expect(report?.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
      [`C2:C${last + 1}`, 'Listor!$C$2:$C$3'],
      [`D2:D${last + 1}`, 'Listor!$D$2:$D$3'],
      [`J2:J${last + 1}`, 'Listor!$A$2:$A$5'],
    ]);
    expect(form?.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
      ['C2:C501', 'Listor!$C$2:$C$3'],
      ['G2:G501', 'Listor!$B$2:$B$8'],
    ]);
    expect(lists?.rows.slice(0, 3).map((cells) => cells.slice(0, 4))).toEqual([
      ['Status', 'Typ', 'Ärendenummer', 'Insats'],
      ['UTFÖRD', 'BOMTID', 'A-1', 'INK'],
      ['BOMTID', 'AVSAGD', 'A-2', 'OMV'],
    ]);
    expect(lists?.rows[3]?.slice(5, 8)).toEqual(['A-2', 'Inköp (INK)', 60]);
  });

  it('has a sum of nothing when the provider has no case in the month', async () => {
    const { sheets } = await openXlsx(await formWorkbook(made([])));
    expect(sheets[0]?.rows).toHaveLength(2);
    expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['2026-10', 'P1', 'TOTALT', 'SUMMA']);
  });
});
