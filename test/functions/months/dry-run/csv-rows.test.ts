import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { eachRow, type NumberedRow } from '../../../../functions/months/dry-run/csv-rows.ts';

async function rowsOf(text: string | Uint8Array, comment?: number): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = [];
  await eachRow(bytesSource(Buffer.from(text)), (row) => void rows.push(row), { comment });
  return rows;
}
const plainly = (rows: readonly NumberedRow[]) => rows.map(({ row, fields }) => [row, ...fields]);

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
      'å\n\n ;;\n\u00a0\u200b\nb\n',
      [
        [1, 'å'],
        [5, 'b'],
      ],
    ],
    [
      'CR alone, and every line end mixed',
      'å;b\rc\r\r\nd\n\re',
      [
        [1, 'å', 'b'],
        [2, 'c'],
        [4, 'd'],
        [6, 'e'],
      ],
    ],
    ['spaces around fields, other ones too', ' å ;\u00a0b\u2007\u202f;\u2009c\n', [[1, 'å', 'b', 'c']]],
    ['a tab and a full-width space are no spaces', 'å;\tb;\u3000c\n', [[1, 'å', '\tb', '\u3000c']]],
    ['what has no width vanishes, between quotes too', '\ufeffå;\u200b"b\u00ad"\u2060;c\u200d\n', [[1, 'å', 'b', 'c']]],
    ['letters in two characters are one', 'a\u030a;o\u0308\n', [[1, 'å', 'ö']]],
    ['a first line that tells the separator is passed over, and counts', 'sep=;\nå\n', [[2, 'å']]],
    [
      'but only the first',
      'å\nsep=;\n',
      [
        [1, 'å'],
        [2, 'sep=', ''],
      ],
    ],
    ['empty fields', 'å;;\n', [[1, 'å', '', '']]],
    ['a quoted separator', 'å;"b;c"\n', [[1, 'å', 'b;c']]],
    ['a doubled quote', 'å;"b ""c"""\n', [[1, 'å', 'b "c"']]],
    ['an empty quoted field', 'å;"";b\n', [[1, 'å', '', 'b']]],
    ['spaces around quotes and within', 'å; " b " ;c\n', [[1, 'å', 'b', 'c']]],
    [
      'a quoted line end where no comment stands: taken as it is',
      'å;"b\nc"\nd\n',
      [
        [1, 'å', '"b'],
        [2, 'c"'],
        [3, 'd'],
      ],
    ],
    ['a bare quote inside a field', 'å;5" b;"c\n', [[1, 'å', '5" b', '"c']]],
    [
      'a first quote that ends no field: taken as it is, up to the semicolon',
      'å;"b "c" d;e"\n',
      [[1, 'å', '"b "c" d', 'e"']],
    ],
    [
      'doubled and bare quotes in a row, which swallow no other',
      'å;"c""d"""x\nb\n',
      [
        [1, 'å', '"c""d"""x'],
        [2, 'b'],
      ],
    ],
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
    expect(plainly(await rowsOf(text))).toEqual(expected);
  });

  it.each<[string, Uint8Array, string, number]>([
    ['a byte that is not UTF-8', Buffer.concat([Buffer.from('å\n'), Buffer.of(0xd6, 0x41)]), 'NOT_DECODABLE', 2],
    ['a line without an end', Buffer.from(`å\n${'x'.repeat(1_048_577)}`), 'ROW_TOO_LONG', 2],
  ])('%s is told where it stands', async (_what, bytes, code, row) => {
    expect((await rowsOf(bytes)).at(-1)).toEqual({ row, fields: code });
  });
});

describe('a comment may go on over lines', () => {
  it.each<[string, string, (readonly [number, ...string[]])[]]>([
    [
      'of any kind, and the next row is numbered by its own line',
      'å;"b\nc\rd\r\ne" ;f\ng\n',
      [
        [1, 'å', 'b\nc\nd\ne', 'f'],
        [5, 'g'],
      ],
    ],
    [
      'but not when its first quote ends no field',
      'å;"b\nc "d"\ne"\n',
      [
        [1, 'å', '"b'],
        [2, 'c "d"'],
        [3, 'e"'],
      ],
    ],
    [
      'nor a field of another column',
      '"å\nb";c\n',
      [
        [1, '"å'],
        [2, 'b"', 'c'],
      ],
    ],
    [
      'nor when it is never closed',
      'å;"b;c\nd;e',
      [
        [1, 'å', '"b', 'c'],
        [2, 'd', 'e'],
      ],
    ],
    [
      'nor when the next row opens one of its own',
      'å;"b\nc;"d\ne"\n',
      [
        [1, 'å', '"b'],
        [2, 'c', 'd\ne'],
      ],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(plainly(await rowsOf(text, 1))).toEqual(expected);
  });

  it.each([
    ['32,768 bytes with its quotes, on a line', `${'x'.repeat(32_764)}xx`, 1],
    ['a byte more', `${'x'.repeat(32_764)}xxx`, 1],
    ['32,768 bytes over lines', `${'x'.repeat(32_764)}\ny`, 2],
    ['a byte more over lines', `${'x'.repeat(32_764)}\nyy`, 2],
  ])('of %s', async (what, inside, lines) => {
    const [first, ...rest] = plainly(await rowsOf(`å;"${inside}"\nb\n`, 1));
    if (what.startsWith('32')) expect([first, rest]).toEqual([[1, 'å', inside], [[lines + 1, 'b']]]);
    else expect(first).toEqual([1, 'å', lines === 1 ? `"${inside}"` : `"${inside.split('\n')[0]}`]);
  });

  it('is looked for no further, and no row is lost', async () => {
    const rows = await rowsOf(`å;"${'x\n'.repeat(20_000)}"\nb\n`, 1);
    expect(rows[0]).toEqual({ row: 1, fields: ['å', '"x'] });
    expect(rows.at(-1)).toEqual({ row: 20_002, fields: ['b'] });
  });
});
