import { describe, expect, it } from 'vitest';
import { mediaType } from '../../../shared/workbook/media-type.ts';
import { odsOf, xlsxOf } from '../../support/workbooks.ts';

describe('what a month’s file is kept as', () => {
  it('goes by its first bytes', async () => {
    const sheets = [{ name: 'a', rows: [[1]] }];
    expect(mediaType(await xlsxOf(sheets))).toContain('spreadsheetml');
    expect(mediaType(await odsOf(sheets))).toBe('application/vnd.oasis.opendocument.spreadsheet');
    for (const text of ['', 'PK', 'Månad;']) expect(mediaType(Buffer.from(text))).toBe('text/csv');
  });
});
