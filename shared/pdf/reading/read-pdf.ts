import { besidePages, hasFiles, within } from './pdf-beside.ts';
import { PdfContent } from './pdf-content.ts';
import type { PdfFont } from './pdf-fonts.ts';
import { PdfObjects } from './pdf-objects.ts';
import {
  as,
  listIn,
  NotReadable,
  numberIn,
  type PdfDict,
  type PdfValue,
  pdfName,
  type WhyNotReadable,
} from './pdf-value.ts';

/** What is known of a PDF: whether a file is embedded in it, and its text, or why that cannot be searched. */
export type ReadPdf = {
  readonly hasFiles: boolean;
  readonly texts: readonly { readonly at: string; readonly text: string }[] | undefined;
  readonly why?: WhyNotReadable;
};

/** An invoice of a month's totals is a page or two. */
const mostPages = 30;
const mostLevels = 30;
/** How much of a page pictures may cover: a mark of a firm does, a scanned page does not. */
const mostPictures = 0.2;
/** Letters that are drawn have some ten curves each; a mark of a firm some hundreds. */
const mostCurves = 2000;
/** Letters of the whole file: what is searched is read in some milliseconds. */
const mostLetters = 100_000;

/** What a page has, of its own or from the pages above it. */
function inherited(page: PdfDict, key: string, objects: PdfObjects): PdfValue | undefined {
  let one: PdfDict | undefined = page;
  for (let level = 0; one && level < mostLevels; level++) {
    const value = objects.of(one, key);
    if (value !== undefined && value !== null) return value;
    one = objects.dictAt(one.of.get('Parent'));
  }
  return undefined;
}

/** How large a page is, in its own measure: A4 where it does not say. */
function areaOfPage(page: PdfDict, objects: PdfObjects): number {
  const [x = 0, y = 0, right = 595, top = 842] = (listIn(inherited(page, 'MediaBox', objects)) ?? []).map((one) =>
    numberIn(objects.at(one)),
  );
  return Math.abs((right - x) * (top - y)) || 1;
}

/** The text of what was written, where nothing else can hold words. */
function searchable({ written, drawn }: PdfContent, area: number): string {
  if (drawn.pictures > mostPictures * area || drawn.curves > mostCurves) throw new NotReadable('picture');
  const { text } = written;
  if (text.trim() === '' && drawn.any) throw new NotReadable('picture');
  return text;
}

function textsIn(objects: PdfObjects): { readonly at: string; readonly text: string }[] {
  const pages = [...objects.dicts()].filter((dict) => pdfName(objects.of(dict, 'Type')) === 'Page');
  if (pages.length > mostPages) throw new NotReadable('large');
  const fonts = new Map<number | PdfDict, PdfFont>();
  const seen = new Set<number>();
  const texts = pages.map((page, index) => {
    const content = new PdfContent(objects, fonts, seen);
    const whole = page.of.get('Contents');
    const parts = listIn(objects.at(whole)) ?? (whole === undefined ? [] : [whole]);
    const text = parts.map((ref) => objects.streamAt(ref) ?? '').join('\n');
    content.run(text, as('dict', inherited(page, 'Resources', objects)));
    return { at: `sida ${index + 1}`, text: searchable(content, areaOfPage(page, objects)) };
  });
  // What is drawn by notes, fields and patterns is written on the page too.
  for (const [number, dict] of objects.streams()) {
    const isForm = pdfName(objects.of(dict, 'Subtype')) === 'Form' || numberIn(objects.of(dict, 'PatternType')) === 1;
    if (!isForm || seen.has(number)) continue;
    const content = new PdfContent(objects, fonts, seen);
    content.runForm({ kind: 'ref', to: number }, undefined);
    texts.push({ at: 'anteckning', text: searchable(content, areaOfPage(dict, objects)) });
  }
  if (texts.every(({ text }) => text.trim() === '')) throw new NotReadable('empty');
  if ([...objects.dicts()].some((dict) => [...within(dict)].some(({ of }) => of.has('XFA'))))
    throw new NotReadable('letters');
  const all = [...texts, { at: 'egenskaper', text: besidePages(objects) }];
  if (all.reduce((sum, { text }) => sum + text.length, 0) > mostLetters) throw new NotReadable('large');
  return all
    .map(({ at, text }) => ({
      at,
      text: text
        .normalize('NFKC')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n'),
    }))
    .filter(({ text }) => text.trim() !== '');
}

const whyNot = (error: unknown): WhyNotReadable => {
  if (error instanceof NotReadable) return error.why;
  throw error;
};

/**
 * Reads all text of a PDF, within bounds of time and room whatever is in it, or says that it cannot be searched: then two
 * people look it through (L-42). Text is only what is known to be all of it: one letter that the file does not tell, a
 * picture that can hold words, a lock, or more than an invoice has, and nothing of it is taken. The bytes are at most some
 * megabytes, which is for the caller to see to.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  let objects: PdfObjects;
  try {
    objects = new PdfObjects(bytes);
  } catch (error) {
    const why = whyNot(error);
    // Nothing is known of its parts: a file that it names outright is seen all the same.
    return { hasFiles: Buffer.from(bytes).includes('/EmbeddedFile'), texts: undefined, why };
  }
  try {
    return { hasFiles: hasFiles(objects), texts: textsIn(objects) };
  } catch (error) {
    return { hasFiles: hasFiles(objects), texts: undefined, why: whyNot(error) };
  }
}
