import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../shared/workbook/read-workbook.ts';
import { handMade, odsOf, packed, xlsxOf } from '../../support/workbooks.ts';

const first = (bytes: Uint8Array) => readSheet(bytes, ([sheet]) => sheet);
const cellsOf = async (bytes: Uint8Array) => {
  const read = await first(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read.rows.map(({ row, cells }) => [
    row,
    ...cells.map(({ column, value, isFormula }) => [column, value, isFormula]),
  ]);
};

const row = (number: number, inside: string) => `<x:row r="${number}">${inside}</x:row>`;

describe('a workbook', () => {
  it.each([
    ['shared strings', () => xlsxOf([{ name: 'Ett', rows: [['Å', 1.5], [], [null, 'B & <C>', '"']] }])],
    [
      'inline strings',
      () => xlsxOf([{ name: 'Ett', rows: [['Å', 1.5], [], [null, 'B & <C>', '"']] }], { stringMode: 'inline' }),
    ],
    ['OpenDocument', () => odsOf([{ name: 'Ett', rows: [['Å', 1.5], [], [null, 'B & <C>', '"']] }])],
  ])('says the same by %s: rows by the sheet’s own number', async (_, book) => {
    expect(await cellsOf(await book())).toEqual([
      [1, [0, 'Å', false], [1, 1.5, false]],
      [3, [1, 'B & <C>', false], [2, '"', false]],
    ]);
  });

  it('is found by the relations of its parts and read with any prefix, shared and inline, with runs and breaks', async () => {
    const sheetData = [
      row(2, '<x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c>'),
      row(4, '<x:c t="inlineStr"><x:is><x:t>c&#229;d</x:t></x:is></x:c><x:c><x:v>46296</x:v></x:c>'),
      '<x:row><x:c r="B5"><x:f>B4+1</x:f><x:v>46297</x:v></x:c><x:c r="D5"><x:f>1</x:f></x:c></x:row>',
    ].join('');
    const sharedStrings = [
      '<t>a</t>',
      '<r><t>b</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh><r><t xml:space="preserve"> c_x000a_d</t></r>',
    ];
    for (const absolute of [false, true]) {
      expect(await cellsOf(await handMade({ sheetData, sharedStrings, absolute }))).toEqual([
        [2, [0, 'a', false], [2, 'b c\nd', false]],
        [4, [0, 'cåd', false], [1, 46_296, false]],
        [5, [1, 46_297, true], [3, undefined, true]],
      ]);
    }
  });

  it('may end in rows that say nothing, as LibreOffice writes them when others are taken away', async () => {
    const sheetData = `${row(1, '<x:c><x:v>1</x:v></x:c>')}${row(1_048_575, '<x:c r="A1048575" s="1"/>')}<x:row r="1048576"/>`;
    expect(await cellsOf(await handMade({ sheetData }))).toEqual([[1, [0, 1, false]]]);
  });

  it('says that it counts from 1904, and that something of it is hidden', async () => {
    const sheetData = row(1, '<x:c><x:v>1</x:v></x:c>');
    const told = async (bytes: Uint8Array) => {
      const read = await first(bytes);
      return typeof read === 'string' ? read : [read.startsIn1904, read.hides];
    };
    expect(await told(await handMade({ sheetData }))).toEqual([false, false]);
    expect(await told(await handMade({ sheetData, is1904: true }))).toEqual([true, false]);
    expect(
      await told(await handMade({ sheetData, cols: '<x:cols><x:col min="1" max="1" hidden="1"/></x:cols>' })),
    ).toEqual([false, true]);
    expect(await told(await handMade({ sheetData: sheetData.replace('<x:row', '<x:row hidden="true"') }))).toEqual([
      false,
      true,
    ]);
    expect(
      await told(
        await xlsxOf([
          { name: 'a', rows: [[1]] },
          { name: 'b', hidden: true, rows: [[1]] },
        ]),
      ),
    ).toEqual([false, true]);
  });
});

const bomb = Buffer.alloc(8 * 1024 * 1024, 0x20);
const far = (reference: string) =>
  handMade({
    sheetData: `<x:row r="${reference.replace(/\D/g, '')}"><x:c r="${reference}"><x:v>1</x:v></x:c></x:row>`,
  });
const link = (type: string) =>
  `<Relationship Id="z" Type="http://x/${type}" Target="http://elsewhere.example/a.xlsx" TargetMode="External"/>`;
const odsHead =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>';
const ods = (inside: string) =>
  packed([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['content.xml', `${odsHead}${inside}`],
  ]);

describe('a file that is not taken', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['no packed file', () => Buffer.from('Månad;Utförare'), 'NOT_A_WORKBOOK'],
    ['an old or a locked workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ENCRYPTED'],
    ['a packed file of something else', () => packed([['word/document.xml', '<a/>']]), 'NOT_A_WORKBOOK'],
    ['a packed file cut short', async () => (await handMade({ sheetData: '' })).subarray(0, 300), 'DAMAGED'],
    ['a piece that unpacks to far more than it says', () => packed([['xl/workbook.xml', bomb]]), 'TOO_LARGE'],
    [
      'more pieces than any book has',
      () => packed(Array.from({ length: 201 }, (_, n) => [`x${n}`, ''] as const)),
      'TOO_LARGE',
    ],
    ['a row beyond any month', () => far('A1048576'), 'TOO_LARGE'],
    ['a column beyond any form', () => far('XFD1'), 'TOO_LARGE'],
    ['a program in it', () => handMade({ sheetData: '', more: [['book/vbaProject.bin', 'x']] }), 'MACROS'],
    ['a link to another file', () => handMade({ sheetData: '', relations: link('externalLink') }), 'EXTERNAL_LINKS'],
    ['entities', () => handMade({ sheetData: '', cols: '<!DOCTYPE a [<!ENTITY b "c">]>' }), 'DAMAGED'],
    ['a sheet that never ends', () => handMade({ sheetData: '<x:row><x:c t="inlineStr"><x:is>' }), 'DAMAGED'],
    [
      'rows repeated without end',
      () =>
        ods(
          '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        ),
      'TOO_LARGE',
    ],
    [
      'columns repeated without end',
      () =>
        ods(
          '<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        ),
      'TOO_LARGE',
    ],
    ['a table that never ends', () => ods('<table:table table:name="a"><table:table-row>'), 'DAMAGED'],
    [
      'a program of OpenDocument',
      () =>
        packed([
          ['content.xml', odsHead],
          ['Basic/Standard/a.xml', 'x'],
        ]),
      'MACROS',
    ],
    [
      'a locked OpenDocument',
      () =>
        packed([
          ['content.xml', odsHead],
          ['META-INF/manifest.xml', '<manifest:encryption-data/>'],
        ]),
      'ENCRYPTED',
    ],
    ['a book without a sheet', () => ods(''), 'NO_SHEET'],
  ])('%s', async (_, bytes, fault) => {
    expect(await first(await bytes())).toBe(fault);
  });
});
