import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';

/**
 * The pages of a printed PDF as a scanner at 150 dots an inch gives them: grey, JPEG. Drawn by pdftoppm (Debian's
 * poppler-utils), which has nothing in common with what wrote the PDF.
 */
export function scansOf(pdf: Uint8Array): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-scan-'));
  try {
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-jpeg', '-', join(folder, 'page')], { input: pdf });
    return readdirSync(folder)
      .toSorted()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A scan of a page that lay turned in the scanner, on its grey ground; drawn in a browser. */
export async function turned(page: Page, scan: Buffer, degrees: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (given) => {
      const bytes = Uint8Array.from(atob(given.jpeg), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(picture.width + 100, picture.height + 100);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#b9b9b4';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.translate(canvas.width / 2, canvas.height / 2);
      context.rotate((given.degrees * Math.PI) / 180);
      context.drawImage(picture, -picture.width / 2, -picture.height / 2);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
      const turnedBytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(turnedBytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { jpeg: scan.toString('base64'), degrees },
  );
  return Buffer.from(base64, 'base64');
}

/** What a scanner makes of several pages: a PDF with a picture on each. */
export async function scannersPdf(pictures: readonly Buffer[]): Promise<Buffer> {
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
