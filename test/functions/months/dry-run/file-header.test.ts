import { describe, expect, it } from 'vitest';
import { columnsOfHeader, workerColumn } from '../../../../functions/months/dry-run/file-header.ts';
import { reportColumns } from '../../../../shared/domain/file-columns.ts';

const whole = [
  ...['Månad', 'Utförare', 'Ärendenummer', 'Insats', 'Datum', 'Start', 'Slut'],
  ...['Beställda minuter', 'Utförda minuter', 'Status'],
];
const read = (fields: readonly string[]) =>
  columnsOfHeader('report', { row: 1, fields: [...fields] }, reportColumns, workerColumn);

describe('the header of a time report', () => {
  it('names ordered and performed minutes both: without either, nothing is judged (L-19)', () => {
    for (const column of ['Beställda minuter', 'Utförda minuter'])
      expect(read(whole.filter((one) => one !== column))).toMatchObject({
        code: 'WRONG_HEADER',
        faults: [{ at: `report row 1 column ${column}` }],
      });
    expect(read(whole)).toBe(10);
  });

  it('may end in the worker’s column, and in no other', () => {
    expect(read([...whole, 'Personal'])).toBe(11);
    expect(read([...whole, 'Namn'])).toMatchObject({ code: 'WRONG_HEADER' });
  });
});
