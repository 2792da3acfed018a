import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import PDFDocument from 'pdfkit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesInPdf } from '../../portal/scans/pictures-in-pdf.ts';
import { pageCode } from '../../shared/domain/form-code.ts';
import { qrSquares } from '../../shared/pdf/qr-squares.ts';
import { chromiumPath } from './support/chromium.ts';

const one = { letters: 'ABCDEFGH', page: 2, pages: 21 };
type Scan = { readonly degrees: number; readonly quality: number; readonly dotsPerInch: number };
const usual: Scan = { degrees: 0, quality: 0.6, dotsPerInch: 150 };

let browser: Browser;
let page: Page;
let script = '';
beforeAll(async () => {
  const entryPoints = [join(import.meta.dirname, 'support/scans-in-browser.ts')];
  const built = await build({ entryPoints, bundle: true, minify: true, format: 'iife', write: false });
  script = built.outputFiles[0]?.text ?? '';
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await browser.newPage();
  // As the portal's own policy: a script that makes scripts of texts is stopped. No network is asked.
  const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-a'" };
  await page.route('**/*', (route) => route.fulfill({ headers, body: `<script nonce="a">${script}</script>` }));
  await page.goto('https://utfort.example/');
});
afterAll(() => browser.close());

/** A page as it is printed, with its code where it stands and a table of lines, as a scanner or a telephone sees it: grey, turned, JPEG. */
async function scanned(code: string, { degrees, quality, dotsPerInch }: Scan): Promise<Buffer> {
  const { side, dark } = qrSquares(code);
  const base64 = await page.evaluate(
    async (given) => {
      const point = given.dotsPerInch / 72;
      const [wide, high] = [841.89 * point, 595.28 * point];
      const canvas = new OffscreenCanvas(Math.ceil(wide + 100), Math.ceil(high + 100));
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#b9b9b4';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.translate(canvas.width / 2, canvas.height / 2);
      context.rotate((given.degrees * Math.PI) / 180);
      context.translate(-wide / 2, -high / 2);
      context.fillStyle = '#e8e8e6';
      context.fillRect(0, 0, wide, high);
      context.scale(point, point);
      context.fillStyle = '#3a3a3a';
      const square = 79.37 / given.side;
      const left = 841.89 - 40 - 79.37 - 4 * square;
      for (const { x, y, length } of given.dark)
        context.fillRect(left + x * square, 36 + y * square, length * square, square);
      context.font = '10px sans-serif';
      for (let row = 0; row < 17; row += 1) {
        context.strokeRect(40, 168 + row * 22, 761, 22);
        context.fillText('A-1001   OMV   2026-10-05   08:30   09:00', 44, 183 + row * 22);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: given.quality });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { side, dark, degrees, quality, dotsPerInch },
  );
  return Buffer.from(base64, 'base64');
}

const read = (bytes: Uint8Array): Promise<unknown> =>
  page.evaluate((base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { pagesIn } = globalThis as unknown as { pagesIn(scan: Blob): Promise<unknown> };
    return pagesIn(new Blob([raw]));
  }, Buffer.from(bytes).toString('base64'));

function pdfOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const doc = new PDFDocument({ font: null as unknown as string });
  for (const [at, picture] of pictures.entries()) {
    if (at > 0) doc.addPage();
    doc.image(picture, 0, 0, { width: 500 });
  }
  const pieces: Uint8Array[] = [];
  doc.on('data', (piece: Uint8Array) => pieces.push(piece));
  doc.end();
  return new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(pieces))));
}

describe('the code of a scanned page, read in the browser', () => {
  it.each([
    ['as it lies', {}],
    ['turned two degrees', { degrees: 2 }],
    ['turned two degrees the other way, in a small file', { degrees: -2, quality: 0.3 }],
    ['upside down', { degrees: 180 }],
    ['upside down and aslant', { degrees: 182 }],
    ['at a hundred dots an inch', { dotsPerInch: 100 }],
    ['at three hundred', { dotsPerInch: 300 }],
  ])('%s', async (_, over) => {
    expect(await read(await scanned(await pageCode(one), { ...usual, ...over }))).toEqual([one]);
  });

  it.each([0, 2, 180, 182])('says how a page that lies turned %i degrees is to be turned upright', async (degrees) => {
    const bytes = await scanned(await pageCode(one), { ...usual, degrees });
    const quarters = await page.evaluate((base64) => {
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const { quartersToUpright } = globalThis as unknown as { quartersToUpright(scan: Blob): Promise<number> };
      return quartersToUpright(new Blob([raw]));
    }, bytes.toString('base64'));
    expect(quarters).toBe((4 - Math.round(degrees / 90)) % 4);
  });

  it('is read of every page in a PDF, in its order', async () => {
    const codes = await Promise.all([2, 1].map((number) => pageCode({ ...one, page: number })));
    const pictures = [];
    for (const code of codes) pictures.push(await scanned(code, { ...usual, degrees: 2 }));
    expect(await read(await pdfOf(pictures))).toEqual([one, { ...one, page: 1 }]);
  });

  it('is typed where it cannot be read: of another code, a page without one, and what is no picture', async () => {
    expect(await read(await scanned('HTTPS://EXEMPEL.SE/', usual))).toEqual(['NOT_A_CODE']);
    expect(await read(await scanned(`${(await pageCode(one)).slice(0, -4)}AAAA`, usual))).toEqual(['WRONG_CHECK']);
    expect(await read(Buffer.from('ingen bild'))).toEqual(['NO_PICTURE']);
    expect(await read(await pdfOf([]))).toEqual([]);
  });

  it('comes as a piece that is fetched when it is used, and makes no script of a text', () => {
    expect(gzipSync(script).length).toBeLessThan(20_000);
    expect(script).not.toMatch(/\beval\(|new Function/);
  });
});

describe('the pictures of a PDF', () => {
  const pdf = (dictionary: string, content: string) =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Subtype /Image ${dictionary} >>\nstream\n${content}\nendstream\nendobj\n`,
      'latin1',
    );

  it.each([
    ['a length that it says', '/Filter /DCTDecode /Length 4', ['abcd'], 0],
    ['a length that stands elsewhere', '/Filter [/DCTDecode] /Length 7 0 R', ['abcd\n'], 0],
    ['a wrong length', '/Length 9999 /Filter /DCTDecode', ['abcd\n'], 0],
    ['another kind', '/Filter /JBIG2Decode /Length 4', [], 1],
    ['packed twice', '/Filter [/FlateDecode /DCTDecode] /Length 4', [], 1],
    ['a mask', '/ImageMask true /Filter /FlateDecode /Length 4', [], 0],
  ])('with %s', (_, dictionary, jpegs, others) => {
    const found = picturesInPdf(pdf(dictionary, 'abcd'));
    expect(found.jpegs.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual(jpegs);
    expect(found.others).toBe(others);
  });

  it('are none where the file ends too early, and no more than a month has', () => {
    expect(picturesInPdf(Buffer.from('%PDF-1.7 1 0 obj << /Subtype /Image'))).toEqual({ jpegs: [], others: 0 });
    const many = Buffer.concat(Array.from({ length: 2000 }, () => pdf('/Filter /X /Length 4', 'abcd')));
    expect(picturesInPdf(many).others).toBe(1200);
  });
});
