import { create, type Font, type GlyphRun } from 'fontkit';
import type { Shows } from './readable.ts';

export type Typeface = { readonly font: Font; readonly shows: Shows };

/**
 * A font keeps each shape once it has been read; the A of an Å, read as a part of it, then says of itself that it is no
 * letter, and in every later document the A is shown and can be neither copied nor heard. Here it is told when it is one.
 */
function tellingLetters(font: Font): void {
  const read = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = read(id, codePoints);
    if (glyph.codePoints.length === 0 && codePoints.length > 0) glyph.codePoints = codePoints;
    return glyph;
  };
}

const parsed = new WeakMap<Uint8Array, Typeface>();

/** A font file (TTF) as read: once for as long as its bytes are held. */
export function typefaceOf(bytes: Uint8Array): Typeface {
  const known = parsed.get(bytes);
  if (known) return known;
  const font = create(Buffer.from(bytes));
  if (!('glyphForCodePoint' in font)) throw new TypeError('a collection of fonts; one is wanted');
  tellingLetters(font);
  const shown = new Map<number, boolean>();
  const shows = (codePoint: number) => {
    let answer = shown.get(codePoint);
    if (answer === undefined) {
      answer = font.glyphForCodePoint(codePoint).id !== 0;
      shown.set(codePoint, answer);
    }
    return answer;
  };
  const typeface = { font, shows };
  parsed.set(bytes, typeface);
  return typeface;
}

type Run = Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;
/** A font as the library opens it for one document; its types lack it. */
type Opened = { layoutRun(text: string, features?: unknown): Run };

/**
 * Opens fonts in a document under their names. A text is laid out once, however often it is measured and written: with
 * features, as all of ours are, the library does it again each time.
 */
export function openFonts(doc: PDFKit.PDFDocument, typefaces: Readonly<Record<string, Typeface>>): void {
  for (const [name, { font }] of Object.entries(typefaces)) {
    doc.registerFont(name, font as unknown as string).font(name); // a font that is read already is taken too
    const opened = (doc as PDFKit.PDFDocument & { _font: Opened })._font;
    const lay = opened.layoutRun.bind(opened);
    const runs = new Map<string, Run>();
    opened.layoutRun = (text, features) => {
      const key = `${features} ${text}`;
      const known = runs.get(key);
      if (known) return known;
      const { glyphs, positions, advanceWidth } = lay(text, features);
      const run = { glyphs, positions, advanceWidth };
      runs.set(key, run);
      return run;
    };
  }
}
