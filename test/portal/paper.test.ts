import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printed } from '../../functions/months/forms/form-pdf.ts';
import { pageCode } from '../../shared/domain/form-code.ts';
import { qrSquares } from '../../shared/pdf/qr-squares.ts';
import { aMonthEnd, fewCases } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let page: Page;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
  page = await portal.signedInAs('D1', '#/papper');
});
afterAll(() => portal.end());

/** A printed page with its code where it stands, as a scanner at 150 dots an inch sees it: grey, turned, JPEG. */
async function scanned(code: string, degrees: number): Promise<Buffer> {
  const { side, dark } = qrSquares(code);
  const base64 = await page.evaluate(
    async (given) => {
      const point = 150 / 72;
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
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { side, dark, degrees },
  );
  return Buffer.from(base64, 'base64');
}

async function pdfOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const doc = new PDFDocument({ font: null as unknown as string });
  for (const [at, picture] of pictures.entries()) {
    if (at > 0) doc.addPage();
    doc.image(picture, 0, 0, { width: 500 });
  }
  doc.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of doc) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a month on paper', () => {
  it('finds its provider, month and page by the code of each scan, turned and upside down, as JPEG and as a PDF', async () => {
    const { machine } = portal.house;
    const answer = await machine.call('getForm', {
      headers: { 'x-role': 'administrator' },
      pathParameters: { month: '2026-10', providerId: 'P1', kind: 'month' },
      queryStringParameters: { format: 'pdf' },
      requestContext: { authorizer: { jwt: { claims: { sub: 'D1' } } } },
    });
    const prints: Printed[] = JSON.parse(answer.body).prints;
    const codes = await Promise.all(
      prints.flatMap(({ letters, pages }) =>
        Array.from({ length: pages }, (_, at) => pageCode({ letters, page: at + 1, pages })),
      ),
    );
    const turns = [2, 180, -2, 178];
    const pictures: Buffer[] = [];
    for (const [n, code] of codes.entries()) pictures.push(await scanned(code, turns[n % turns.length] ?? 0));
    const [first = Buffer.alloc(0), ...rest] = pictures;
    await page.locator('#scans').setInputFiles([
      { name: 'sida1.jpg', mimeType: 'image/jpeg', buffer: first },
      { name: 'resten.pdf', mimeType: 'application/pdf', buffer: await pdfOf(rest) },
    ]);
    await expect.poll(() => page.locator('.scanned li').count(), { timeout: 60_000 }).toBe(codes.length);
    const [report, form] = prints;
    const said = await textOf(page.locator('.scanned'));
    expect(said).toMatch(new RegExp(`sida1.jpg, sida 1 .*, oktober 2026: Tidsrapport, sida 1 av ${report?.pages}`));
    expect(said).toMatch(new RegExp(`resten.pdf, sida ${rest.length} .*Avvikelseblankett, sida ${form?.pages} av`));
    await page.locator('#arrived-on').fill('2026-11-02');
    await look(page, 'paper-file');
    await page.getByRole('button', { name: 'Lägg in' }).click();
    await page.locator('.key-sheet').waitFor();
    await page.locator('.paper-picture canvas:not([hidden])').waitFor();
    await look(page, 'paper-key');
    expect(portal.complaints(page)).toEqual([]);
  });

  it('is keyed by keyboard alone: a day, a time, and down with Enter', async () => {
    const box = (name: string) => page.getByLabel(name, { exact: true });
    await box('Datum, rad 1').fill('5');
    await box('Datum, rad 1').press('Enter');
    await expect.poll(() => box('Datum, rad 1').inputValue()).toBe('2026-10-05');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Datum, rad 2');
    await box('Start, rad 1').fill('0830');
    await box('Start, rad 1').press('Tab');
    await expect.poll(() => box('Start, rad 1').inputValue()).toBe('08:30');
    await page.getByRole('button', { name: 'Sidan är genomgången, nästa' }).click();
    await expect.poll(() => page.locator('#sheet').inputValue()).toBe('1');
    expect(portal.complaints(page)).toEqual([]);
  });
});
