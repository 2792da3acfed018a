import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../shared/pdf/reading/read-pdf.ts';
import { aPageOf, aPdf, flate, handMadePdf, pdfObject } from '../../../support/a-pdf.ts';

const textOf = (bytes: Uint8Array) =>
  readPdf(bytes)
    .texts?.map(({ text }) => text)
    .join('\n');
const why = (bytes: Uint8Array) => readPdf(bytes).why;
const packed = '/Filter/FlateDecode';
const twoBytes = '<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</W 8 0 R>>]>>';

describe('the text of a PDF', () => {
  it('is read as a program has written it, with the letters of Swedish', async () => {
    const pdf = await aPdf((page) => page.text('Åsa Öberg-Ärlig').text('Belopp 4 200,00 kr – oktober'));
    expect(textOf(pdf)).toContain('Åsa Öberg-Ärlig\nBelopp 4 200,00 kr – oktober');
    expect(readPdf(pdf).hasFiles).toBe(false);
  });

  it.each([
    [
      'letters put down one by one',
      'BT /F 12 Tf 50 700 Td (A) Tj 8 0 Td (s) Tj 6 0 Td (a) Tj 20 0 Td (Ek) Tj ET',
      'Asa Ek',
    ],
    ['kerning within a word, and a gap between two', 'BT /F 10 Tf [(Pr) -20 (ov) -600 (Ek)] TJ ET', 'Prov Ek'],
    ['lines by their leading', "BT /F 10 Tf 12 TL (Prov) Tj T* (Ek) Tj (An) ' ET", 'Prov\nEk\nAn'],
    ['escapes and octals', 'BT /F 10 Tf (\\305sa \\(\\\\\\)) Tj ET', 'Åsa (\\)'],
    ['hex', 'BT /F 10 Tf <457 6> Tj ET', 'Ev'],
  ])('%s', (_, content, text) => {
    expect(textOf(aPageOf(content))).toBe(text);
  });

  it('is that of forms that are called, and of notes that are not', () => {
    const form = (number: number, text: string) =>
      pdfObject(number, '/Subtype/Form/Resources<</Font<</F 5 0 R>>>>', `BT /F 9 Tf (${text}) Tj ET`);
    const pdf = aPageOf('q /X Do Q', { more: '/XObject<</X 8 0 R>>' }, form(8, 'inne'), form(9, 'bredvid'));
    expect(textOf(pdf)).toBe('inne\nbredvid');
  });

  it('is that of what is said beside its pages', async () => {
    const pdf = await aPdf((page) => page.text('Faktura').note(10, 10, 20, 20, 'Åsa Öberg'), {
      info: { Title: 'Prov Ek' },
    });
    expect(textOf(pdf)).toMatch(/Prov Ek/);
    expect(textOf(pdf)).toMatch(/Åsa Öberg/);
  });

  it('is read by what a font says that its codes are', () => {
    const map = pdfObject(7, packed, flate('<0001> <0003> <0041> endbfrange <0009> <00660069> endbfchar'));
    const pdf = aPageOf('BT /F 9 Tf <00010003 0009> Tj ET', { font: twoBytes }, map, pdfObject(8, '[1 [600 600 600]]'));
    expect(textOf(pdf)).toBe('ACfi');
  });

  it('is read from objects that are packed together', () => {
    const page = '<</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type1/BaseFont/Helvetica>>>>>>>>';
    const heads = '3 0 ';
    const pdf = handMadePdf(
      pdfObject(9, `/Type/ObjStm/N 1/First ${heads.length}${packed}`, flate(`${heads}${page}`)),
      pdfObject(4, packed, flate('BT /F 9 Tf (packad) Tj ET')),
    );
    expect(textOf(pdf)).toBe('packad');
  });
});

describe('a PDF that is not wholly text', () => {
  it('that is locked is not searched', async () => {
    expect(why(await aPdf((page) => page.text('hej'), { userPassword: 'x' }))).toBe('encrypted');
  });

  it.each([
    ['a picture over the page', 'BT /F 9 Tf (text) Tj ET q 500 0 0 700 0 0 cm /X Do Q', 'picture'],
    ['pictures in strips', 'BT /F 9 Tf (text) Tj ET '.padEnd(24) + 'q 595 0 0 60 0 0 cm /X Do Q '.repeat(3), 'picture'],
    ['a picture among the operators', 'q 500 0 0 700 0 0 cm BI /W 1 /H 1 ID xx\nEI Q', 'picture'],
    ['nothing but drawn letters', '1 2 3 4 5 6 c f', 'picture'],
    ['a word among drawn letters', `BT /F 9 Tf (text) Tj ET ${'1 2 3 4 5 6 c '.repeat(2100)} f`, 'picture'],
    ['a blank page', 'q Q', 'empty'],
    ['a text without end', 'BT (', 'broken'],
    ['text in no font', 'BT (text) Tj ET', 'letters'],
  ])('%s', (_, content, reason) => {
    const picture = pdfObject(8, '/Subtype/Image/Width 1/Height 1', 'x');
    expect(readPdf(aPageOf(content, { more: '/XObject<</X 8 0 R>>' }, picture))).toMatchObject({ why: reason });
  });

  it('has a small mark of a firm and is searched', () => {
    const content = 'BT /F 9 Tf (text) Tj ET q 90 0 0 40 0 0 cm /X Do Q';
    const picture = pdfObject(8, '/Subtype/Image/Width 1/Height 1', 'x');
    expect(textOf(aPageOf(content, { more: '/XObject<</X 8 0 R>>' }, picture))).toBe('text');
  });

  it.each([
    ['two bytes and no map', twoBytes, ''],
    ['a letter that the map lacks', twoBytes, '<0009> <0041> endbfchar'],
    ['signs of nobody’s alphabet', twoBytes, '<0001> <e001> endbfchar'],
    ['names that say nothing', '<</Subtype/Type1/BaseFont/X/Encoding<</Differences[0/g1/g2]>>>>', ''],
    ['an encoding of its own', '<</Subtype/TrueType/BaseFont/X>>', ''],
  ])('written with %s', (_, font, map) => {
    const pdf = aPageOf('BT /F 9 Tf <0001> Tj ET', { font }, pdfObject(7, '', map));
    expect(why(pdf)).toBe('letters');
  });

  it('that has two of one object could be read in two ways, and is not', () => {
    const pdf = aPageOf('BT /F 9 Tf (text) Tj ET', {}, pdfObject(4, '', 'BT /F 9 Tf (annat) Tj ET'));
    expect(why(pdf)).toBe('broken');
  });

  it('packed in two ways is not unpacked', () => {
    expect(why(aPageOf('x', { head: '/Filter[/ASCII85Decode/FlateDecode]' }))).toBe('large');
  });
});

describe('an embedded file', () => {
  it('is seen, read or not', async () => {
    const held = await aPdf((page) => page.text('hej').file(Buffer.from('dolt'), { name: 'a.txt' }));
    expect(readPdf(held)).toMatchObject({ hasFiles: true });
    const locked = await aPdf((page) => page.file(Buffer.from('dolt'), { name: 'a.txt' }), { userPassword: 'x' });
    expect(readPdf(locked)).toMatchObject({ hasFiles: true, why: 'encrypted' });
  });
});
