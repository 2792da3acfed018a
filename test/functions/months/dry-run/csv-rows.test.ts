import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { eachRow, type NumberedRow } from '../../../../functions/months/dry-run/csv-rows.ts';

async function rowsOf(text: string): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = [];
  await eachRow(bytesSource(Buffer.from(text)), (row) => void rows.push(row));
  return rows;
}

describe('rows of a semicolon file', () => {
  it.each<[string, string, (readonly [number, ...string[]])[]]>([
    [
      'LF',
      'å;b\nc;d\n',
      [
        [1, 'å', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'CRLF and no line end at the end',
      'å;b\r\nc;d',
      [
        [1, 'å', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'blank lines and lines of separators count as lines',
      'å\n\n ;;\n\t\nb\n',
      [
        [1, 'å'],
        [5, 'b'],
      ],
    ],
    ['spaces around fields, hard ones too', ' å ;\u00a0b\u00a0;\tc\n', [[1, 'å', 'b', 'c']]],
    ['empty fields', 'å;;\n', [[1, 'å', '', '']]],
    ['a quoted separator', 'å;"b;c"\n', [[1, 'å', 'b;c']]],
    ['a doubled quote', 'å;"b ""c"""\n', [[1, 'å', 'b "c"']]],
    ['an empty quoted field', 'å;"";b\n', [[1, 'å', '', 'b']]],
    ['spaces around quotes and within', 'å; " b " ;c\n', [[1, 'å', 'b', 'c']]],
    [
      'a quoted line end is within the row, and a line',
      'å;"b\nc"\nd\n',
      [
        [1, 'å', 'b\nc'],
        [3, 'd'],
      ],
    ],
    ['a bare quote inside a field', 'å;5" b;"c\n', [[1, 'å', '5" b', '"c']]],
    ['a bare quote inside quotes', 'å;"b "c" d;e"\n', [[1, 'å', 'b "c" d;e']]],
    [
      'a quote never closed before a semicolon',
      'å;"b;c\nd;e\n',
      [
        [1, 'å', '"b', 'c'],
        [2, 'd', 'e'],
      ],
    ],
    [
      'a quote never closed before the line end',
      'å;"b\nd;e\n',
      [
        [1, 'å', '"b'],
        [2, 'd', 'e'],
      ],
    ],
    [
      'a quote never closed, with quoted fields further down',
      'å;"b\nc\nd;"e;f"\n',
      [
        [1, 'å', '"b'],
        [2, 'c'],
        [3, 'd', 'e;f'],
      ],
    ],
    ['a quote never closed at the end of the file', 'å;"b', [[1, 'å', '"b']]],
    [
      'every field quoted, one never closed',
      '"å";"b;"c"\n"d";"e";"f"\n',
      [
        [1, 'å', '"b', 'c'],
        [2, 'd', 'e', 'f'],
      ],
    ],
    [
      'a quote never closed before a semicolon, with a quoted field behind it',
      'å;"b;c; "d"\n',
      [[1, 'å', '"b', 'c', 'd']],
    ],
    [
      'a doubled quote at the end closes nothing',
      'å;"b""\nc\n',
      [
        [1, 'å', '"b""'],
        [2, 'c'],
      ],
    ],
  ])('%s', async (_what, text, expected) => {
    expect((await rowsOf(text)).map(({ row, fields }) => [row, ...fields])).toEqual(expected);
  });

  it('looks no further than 32 kB for a closing quote', async () => {
    const long = `å;"${'x\n'.repeat(20_000)}"\nb\n`;
    const rows = await rowsOf(long);
    expect(rows[0]).toEqual({ row: 1, fields: ['å', '"x'] });
    expect(rows.at(-1)).toEqual({ row: 20_002, fields: ['b'] });
  });
});
