import { decodeQR } from 'qr/decode.js';
import { type PageCodeFault, type PrintedPage, readPageCode } from '../../shared/domain/form-code.ts';
import { isTooLarge, pointsInPicture } from '../../shared/domain/scan-file.ts';
import { picturesInPdf } from './pictures-in-pdf.ts';

/** What a picture of a page says: which page it is, or why that must be typed. */
export type PageRead = PrintedPage | PageCodeFault | 'NO_PICTURE' | 'NO_CODE';

/** A picture from a telephone may be larger than any scan; so many points are enough for a code of 25 mm. */
const mostPoints = 12_000_000;
/** In milliseconds, for one picture that is hard to read. */
const longest = 1500;

/** So much of a picture is looked at for its size: what a telephone writes before it is less. */
const headBytes = 256 * 1024;

/** A small file that would be a huge picture is never opened. */
const isBomb = async (picture: Blob): Promise<boolean> =>
  isTooLarge(pointsInPicture(new Uint8Array(await picture.slice(0, headBytes).arrayBuffer())) ?? 0);

async function pointsOf(picture: Blob): Promise<ImageData | undefined> {
  if (await isBomb(picture)) return undefined;
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (!bitmap) return undefined;
  const share = Math.min(1, Math.sqrt(mostPoints / (bitmap.width * bitmap.height)));
  const [width, height] = [Math.max(1, bitmap.width * share), Math.max(1, bitmap.height * share)].map(Math.floor);
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

/** The reader throws where there is no code, whatever else may be wrong with the picture. */
function textIn(points: ImageData): string | undefined {
  try {
    return decodeQR(points, { timeLimit: longest, effort: 4 });
  } catch {
    return undefined;
  }
}

/** How many quarters a picture is to be turned for its page to stand upright, by the code on it; none where none is read. */
export async function quartersToUpright(picture: Blob): Promise<number> {
  const points = await pointsOf(picture);
  let quarters = 0;
  if (!points) return quarters;
  try {
    decodeQR(points, {
      timeLimit: longest,
      effort: 4,
      pointsOnDetect: ({ tl, tr }, result) => {
        // The edge between these two runs to the right on a page that stands upright.
        const turned = Math.atan2(tr.y - tl.y, tr.x - tl.x) / (Math.PI / 2);
        if (typeof result === 'string') quarters = (4 - Math.round(turned)) % 4;
      },
    });
  } catch {
    return 0;
  }
  return quarters;
}

async function pageIn(picture: Blob): Promise<PageRead> {
  const points = await pointsOf(picture);
  if (!points) return 'NO_PICTURE';
  const text = textIn(points);
  return text === undefined ? 'NO_CODE' : readPageCode(text);
}

const isPdf = async (scan: Blob): Promise<boolean> => (await scan.slice(0, 5).text()) === '%PDF-';

/** Which pages a scan holds, in its own order: one of a picture, of a PDF one for each picture in it. Nothing leaves the browser. */
export async function pagesIn(scan: Blob): Promise<readonly PageRead[]> {
  if (!(await isPdf(scan))) return [await pageIn(scan)];
  const { jpegs, others } = picturesInPdf(new Uint8Array(await scan.arrayBuffer()));
  const pages: PageRead[] = [];
  // One after the other: each is as large as a page.
  for (const jpeg of jpegs) pages.push(await pageIn(new Blob([jpeg], { type: 'image/jpeg' })));
  return [...pages, ...Array.from({ length: others }, (): PageRead => 'NO_PICTURE')];
}
