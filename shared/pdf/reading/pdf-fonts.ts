import { letterNamed } from './pdf-glyphs.ts';
import { PdfLexer } from './pdf-lexer.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { as, listIn, NotReadable, numberIn, type PdfDict, type PdfValue, pdfName } from './pdf-value.ts';

/** How a font's codes are read: how long they are, what letters they are, and how wide, in parts of the size. */
export type PdfFont = {
  readonly codeLength: 1 | 2;
  readonly letters: (code: number) => string | undefined;
  readonly width: (code: number) => number;
};

function codeOf(bytes: string): number {
  if (bytes.length > 4) throw new NotReadable('broken');
  return [...bytes].reduce((all, one) => all * 256 + one.charCodeAt(0), 0);
}
const inUtf16 = (bytes: string): string => Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
const utf16 = (bytes: string): string => (bytes.length % 2 === 0 ? inUtf16(bytes) : inUtf16(`\0${bytes}`));

/** The last letter one further on, for each of a row of codes. */
const further = (text: string, by: number): string =>
  by === 0 ? text : `${text.slice(0, -1)}${String.fromCharCode((text.charCodeAt(text.length - 1) + by) & 0xffff)}`;

/** What a font says itself that its codes are (`ToUnicode`). */
function mapIn(
  text: string,
  objects: PdfObjects,
): { readonly letters: ReadonlyMap<number, string>; readonly codeLength: number | undefined } {
  const letters = new Map<number, string>();
  const lexer = new PdfLexer(text, objects.worked);
  let codeLength: number | undefined;
  let given: PdfValue[] = [];
  const put = (code: number, said: string) => {
    objects.worked(1);
    letters.set(code, said);
  };
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    const word = as('word', value)?.word;
    if (word === undefined) {
      given.push(value);
      continue;
    }
    const bytes = given.map((one) => as('text', one)?.bytes);
    if (word === 'endcodespacerange') codeLength = bytes.at(-1)?.length;
    if (word === 'endbfchar')
      for (let at = 0; at + 1 < given.length; at += 2) put(codeOf(bytes[at] ?? ''), utf16(bytes[at + 1] ?? ''));
    if (word === 'endbfrange')
      for (let at = 0; at + 2 < given.length; at += 3) {
        const [from, to] = [codeOf(bytes[at] ?? ''), codeOf(bytes[at + 1] ?? '')];
        const list = listIn(given[at + 2]);
        for (let code = from; code <= to; code++)
          put(
            code,
            list ? utf16(as('text', list[code - from])?.bytes ?? '') : further(utf16(bytes[at + 2] ?? ''), code - from),
          );
      }
    given = [];
  }
  return { letters, codeLength };
}

const inCodePage = (page: 'windows-1252' | 'macintosh') => {
  const decoder = new TextDecoder(page);
  return (code: number): string | undefined => decoder.decode(Uint8Array.of(code));
};
const plain = (code: number): string | undefined =>
  code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : undefined;
const pages: Readonly<Record<string, (code: number) => string | undefined>> = {
  WinAnsiEncoding: inCodePage('windows-1252'),
  MacRomanEncoding: inCodePage('macintosh'),
  StandardEncoding: plain,
};

/** The fonts that every reader has, whose letters are where they always are. */
const isStandard = /^(?:[A-Z]{6}\+)?(?:Helvetica|Times|Courier|Arial)/;

/** What the codes of a font of single bytes are by its encoding; nothing where only the font's own file knows. */
function encodedLetters(font: PdfDict, objects: PdfObjects): (code: number) => string | undefined {
  const encoding = objects.of(font, 'Encoding');
  const dict = as('dict', encoding);
  const base = pdfName(encoding) ?? pdfName(objects.of(dict, 'BaseEncoding'));
  const flags = numberIn(objects.of(objects.dictAt(font.of.get('FontDescriptor')), 'Flags')) ?? 0;
  const isKnown = (flags & 32) !== 0 || isStandard.test(pdfName(objects.of(font, 'BaseFont')) ?? '');
  const letters = (base === undefined ? undefined : pages[base]) ?? (isKnown ? plain : () => undefined);
  const own = new Map<number, string | undefined>();
  let code = 0;
  for (const one of listIn(objects.of(dict, 'Differences')) ?? []) {
    if (typeof one === 'number') code = one;
    else own.set(code++, letterNamed(pdfName(one) ?? ''));
  }
  return (at) => (own.has(at) ? own.get(at) : letters(at));
}

const narrow = /[ijlftrI.,:;'|!()[\] /-]/;
const broad = /[mwMW@%]/;

/** About as wide as a letter is in the fonts that every reader has, of which a file seldom says it. */
function usualWidth(letter: string | undefined): number {
  if (letter === undefined) return 500;
  if (narrow.test(letter)) return 280;
  return broad.test(letter) ? 850 : /\p{Lu}/u.test(letter) ? 680 : 540;
}

function widthsOf(font: PdfDict, objects: PdfObjects, letters: PdfFont['letters']): PdfFont['width'] {
  const widths = listIn(objects.of(font, 'Widths'));
  const first = numberIn(objects.of(font, 'FirstChar')) ?? 0;
  const isEven = /Courier/.test(pdfName(objects.of(font, 'BaseFont')) ?? '');
  return (code) => numberIn(objects.at(widths?.[code - first])) ?? (isEven ? 600 : usualWidth(letters(code)));
}

/** Widths of a font of two bytes: `[c [w …]]` and `[from to w]`. */
function wideWidths(font: PdfDict | undefined, objects: PdfObjects): (code: number) => number {
  const found = new Map<number, number>();
  const usual = numberIn(objects.of(font, 'DW')) ?? 1000;
  const all = listIn(objects.of(font, 'W')) ?? [];
  for (let at = 0; at + 1 < all.length; ) {
    const [from, next] = [numberIn(all[at]) ?? 0, objects.at(all[at + 1])];
    const list = listIn(next);
    if (list) {
      objects.worked(list.length);
      for (const [index, width] of list.entries()) found.set(from + index, numberIn(width) ?? usual);
    } else
      for (let code = from; code <= Math.min(numberIn(next) ?? -1, 0xffff); code++) {
        objects.worked(1);
        found.set(code, numberIn(all[at + 2]) ?? usual);
      }
    at += list ? 2 : 3;
  }
  return (code) => found.get(code) ?? usual;
}

/** How a font is read. A letter that it does not tell is undefined: what is written with it cannot be searched. */
export function readFont(font: PdfDict, objects: PdfObjects): PdfFont {
  const map = mapIn(objects.streamAt(font.of.get('ToUnicode')) ?? '', objects);
  if (pdfName(objects.of(font, 'Subtype')) !== 'Type0') {
    const letters = encodedLetters(font, objects);
    // A font of drawn signs measures them in a way of its own.
    const isDrawn = pdfName(objects.of(font, 'Subtype')) === 'Type3';
    const width = isDrawn ? () => 500 : widthsOf(font, objects, letters);
    return { codeLength: 1, letters: (code) => map.letters.get(code) ?? letters(code), width };
  }
  const isIdentity = /^Identity-[HV]$/.test(pdfName(objects.of(font, 'Encoding')) ?? '');
  if (!isIdentity || (map.codeLength ?? 2) !== 2) throw new NotReadable('letters');
  const below = objects.dictAt(listIn(objects.of(font, 'DescendantFonts'))?.[0]);
  return { codeLength: 2, letters: (code) => map.letters.get(code), width: wideWidths(below, objects) };
}
