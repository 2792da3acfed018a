import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainCell } from '../../../shared/workbook/plain-cell.ts';
import { contentOf } from '../../../shared/workbook/xlsx-cells.ts';

const sheet = (cells: readonly string[]) =>
  `<worksheet><sheetData><row r="3">${cells.join('')}</row></sheetData></worksheet>`;
const texts = ['a', 'b & c', ''];

const cell = fc.record({
  column: fc.constantFrom('A', 'B', 'Z', 'AA', 'CV', 'CW'),
  type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' s="4"', ' t="d"'),
  inside: fc.constantFrom(
    '<v>1</v>',
    '<v>0.5</v>',
    '<v>2</v>',
    '<v></v>',
    '<v>x &amp; y</v>',
    '<f>1</f><v>1</v>',
    '<is><t>q</t></is>',
    '',
  ),
});

const outcome = (xml: string) => {
  try {
    return contentOf(xml, texts);
  } catch (failure) {
    return String(failure);
  }
};

describe('the quick way through a cell', () => {
  it('takes a plain one, and says the same as the careful way of whatever it takes', () => {
    const plain = new PlainCell();
    const one = '<c r="B2" s="1" t="s"><v>12</v></c>';
    expect(plain.read(one, 0)).toBe(one.length);
    expect([plain.column, plain.type, plain.written]).toEqual([1, 's', '12']);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const written = (open: string) =>
          cells.map(({ column, type, inside }) => `<c${open}r="${column}3"${type}>${inside}</c>`);
        // A space more is no plain cell.
        expect(outcome(sheet(written(' ')))).toEqual(outcome(sheet(written('  '))));
      }),
      { seed: 20_261_201, numRuns: 2000 },
    );
  });

  it.each([
    '<c r="B2"><v>12',
    '<c r="B2"><v>1</w></c>',
    '<c r="2"><v>1</v></c>',
    '<c q="B2"><v>1</v></c>',
    '<col>',
    '<c r="B2',
  ])('leaves %s to the other', (xml) => {
    expect(new PlainCell().read(xml, 0)).toBe(-1);
  });
});
