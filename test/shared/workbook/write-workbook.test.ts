import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../shared/workbook/read-workbook.ts';
import { newWorkbook } from '../../../shared/workbook/write-workbook.ts';

const columns = [
  { head: 'Ord', kind: 'text', width: 10 },
  { head: 'Dag', kind: 'day', width: 10 },
  { head: 'Tid', kind: 'time', width: 10 },
  { head: 'Antal', kind: 'sum', width: 10 },
] as const;

const written = async (cells: Parameters<typeof newWorkbook>[0][number]['rows'][number]['cells']) => {
  const read = await readSheet(
    await newWorkbook([{ name: 'Ett', columns, rows: [{ cells }], spareRows: 3 }]),
    ([sheet]) => sheet,
  );
  if (typeof read === 'string') throw new Error(read);
  return read.rows.map(({ row, cells: of }) => [
    row,
    ...of.map(({ value, isFormula }) => (isFormula ? [value] : value)),
  ]);
};

describe('a new workbook', () => {
  it('has days and times as the numbers that a spreadsheet keeps for them, and formulas with their value', async () => {
    expect(await written(['a', '2026-10-01', '12:00', { formula: 'SUM(D1:D1)', value: 7 }])).toEqual([
      [1, 'Ord', 'Dag', 'Tid', 'Antal'],
      [2, 'a', 46_296, 0.5, [7]],
    ]);
  });

  it('has nothing in the rows that are ready to be filled in', async () => {
    expect(await written([])).toEqual([[1, 'Ord', 'Dag', 'Tid', 'Antal']]);
  });

  it.each(['=1+1', '+1', '-1', '@A', '\t1'])('has no text that could be a formula: %j', async (text) => {
    expect(await written([text, text, text])).toEqual([
      [1, 'Ord', 'Dag', 'Tid', 'Antal'],
      [2, `'${text}`, `'${text}`, `'${text}`],
    ]);
  });
});
