import type { PdfObjects } from './pdf-objects.ts';
import { as, listIn, type PdfDict, type PdfValue, pdfName } from './pdf-value.ts';

/** Where somebody has written words beside the pages: what the file is called, notes on it, fields that are filled in. */
const wordKeys = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Contents',
  'RC',
  'V',
  'DV',
  'TU',
  'T',
  'Desc',
  'NM',
  'Alt',
  'ActualText',
];

function wordsIn(bytes: string): string {
  if (bytes.startsWith('\u00fe\u00ff'))
    return Buffer.from(bytes.slice(2, 2 + 2 * Math.floor((bytes.length - 2) / 2)), 'latin1')
      .swap16()
      .toString('utf16le');
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
}

/** A value with all that is within it, not what it refers to. */
export function* within(value: PdfValue | undefined, depth = 0): Generator<PdfDict> {
  if (depth > 60) return;
  const dict = as('dict', value);
  if (dict) yield dict;
  for (const one of dict ? dict.of.values() : (listIn(value) ?? [])) yield* within(one, depth + 1);
}

/** All words that stand beside the pages, in what is said of the file too. */
export function besidePages(objects: PdfObjects): string {
  const said: string[] = [];
  for (const top of objects.dicts())
    for (const dict of within(top))
      for (const key of wordKeys) {
        const bytes = as('text', objects.of(dict, key))?.bytes;
        if (bytes !== undefined) said.push(wordsIn(bytes));
      }
  for (const [number, dict] of objects.streams())
    if (pdfName(objects.of(dict, 'Type')) === 'Metadata')
      said.push(
        Buffer.from(objects.streamAt({ kind: 'ref', to: number }) ?? '', 'latin1')
          .toString('utf8')
          .replace(/<[^>]{0,1000}>/g, ' ')
          .replace(/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi, ' '),
      );
  return said.join('\n');
}

/** Whether a file is embedded, whatever it is called. */
export const hasFiles = (objects: PdfObjects): boolean =>
  [...objects.dicts()].some((top) =>
    [...within(top)].some(
      (dict) =>
        ['EF', 'EmbeddedFiles'].some((key) => dict.of.has(key)) || pdfName(dict.of.get('Type')) === 'EmbeddedFile',
    ),
  );
