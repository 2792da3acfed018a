import type { PdfFont } from './pdf-fonts.ts';
import { readFont } from './pdf-fonts.ts';
import { PdfLexer } from './pdf-lexer.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { areaOf, followedBy, type Matrix, PlacedText, still } from './pdf-room.ts';
import { as, listIn, NotReadable, numberIn, type PdfDict, type PdfValue, pdfName } from './pdf-value.ts';

/** What was drawn beside text: how much of the room pictures cover, how many curves there are, whether there is anything. */
type Drawn = { pictures: number; curves: number; any: boolean };

/** What is kept by `q` and taken back by `Q`. */
type Kept = { readonly room: Matrix; readonly font: PdfFont | undefined; readonly size: number; readonly style: Style };
type Style = { readonly letter: number; readonly word: number; readonly across: number; readonly lead: number };

const deepestForm = 8;
const deepestKept = 200;
const mostOperands = 1000;
const painting: readonly string[] = ['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'];
const curving: readonly string[] = ['c', 'v', 'y'];
/** Signs that say nothing: of nobody's alphabet, or none at all. */
const nothing = /[\0\uE000-\uF8FF\uFFFD]/;

/** What a list of operators writes and draws, with all that it calls upon. */
export class PdfContent {
  readonly written = new PlacedText();
  readonly drawn: Drawn = { pictures: 0, curves: 0, any: false };
  private now: Kept = { room: still, font: undefined, size: 1, style: { letter: 0, word: 0, across: 1, lead: 0 } };
  private readonly kept: Kept[] = [];
  private line: Matrix = still;
  private place: Matrix = still;
  private readonly objects: PdfObjects;
  private readonly fonts: Map<number | PdfDict, PdfFont>;
  private readonly seen: Set<number>;

  constructor(objects: PdfObjects, fonts: Map<number | PdfDict, PdfFont>, seen: Set<number>) {
    this.objects = objects;
    this.fonts = fonts;
    this.seen = seen;
  }

  /** Runs the operators of a page, or of a form within it. */
  run(text: string, resources: PdfDict | undefined, depth = 0): void {
    const lexer = new PdfLexer(text, this.objects.worked);
    let given: PdfValue[] = [];
    for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
      const word = as('word', value)?.word;
      if (word === undefined) given.push(value);
      else {
        if (word === 'ID') this.picture(text, lexer);
        else this.step(word, given, resources, depth);
        given = [];
      }
      if (given.length > mostOperands) throw new NotReadable('broken');
    }
  }

  /** A picture within the operators: its bytes are passed by. */
  private picture(text: string, lexer: PdfLexer): void {
    const end = /[\t\n\f\r ]EI(?=[\t\n\f\r ]|$)/g;
    end.lastIndex = lexer.at;
    if (!end.test(text)) throw new NotReadable('broken');
    lexer.at = end.lastIndex;
    this.drawPicture();
  }

  private drawPicture(): void {
    this.drawn.any = true;
    this.drawn.pictures += areaOf(this.now.room);
  }

  private step(word: string, given: readonly PdfValue[], resources: PdfDict | undefined, depth: number): void {
    const n = given.map((one) => (typeof one === 'number' ? one : 0));
    const [first = 0, second = 0] = n;
    const matrix = (): Matrix => [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0];
    if (painting.includes(word)) this.drawn.any = true;
    if (curving.includes(word)) this.drawn.curves++;
    if (word === 'q') this.keep();
    else if (word === 'Q') this.now = this.kept.pop() ?? this.now;
    else if (word === 'cm') this.now = { ...this.now, room: followedBy(matrix(), this.now.room) };
    else if (word === 'BT') this.move(still);
    else if (word === 'Tm') this.move(matrix());
    else if (word === 'Td') this.move(followedBy([1, 0, 0, 1, first, second], this.line));
    else if (word === 'TD') {
      this.style({ lead: -second });
      this.move(followedBy([1, 0, 0, 1, first, second], this.line));
    } else if (word === 'T*') this.nextLine();
    else if (word === 'TL') this.style({ lead: first });
    else if (word === 'Tc') this.style({ letter: first });
    else if (word === 'Tw') this.style({ word: first });
    else if (word === 'Tz') this.style({ across: first / 100 });
    else if (word === 'Tf') this.now = { ...this.now, font: this.fontOf(given[0], resources), size: second };
    else if (word === 'Tj') this.show(given[0]);
    else if (word === 'TJ') for (const one of listIn(given[0]) ?? []) this.show(one);
    else if (word === "'" || word === '"') {
      if (word === '"') this.style({ word: first, letter: second });
      this.nextLine();
      this.show(given.at(-1));
    } else if (word === 'Do') this.call(given[0], resources, depth);
    else if (word === 'gs') this.look(given[0], resources);
  }

  private keep(): void {
    if (this.kept.length >= deepestKept) throw new NotReadable('broken');
    this.kept.push(this.now);
  }

  private style(part: Partial<Style>): void {
    this.now = { ...this.now, style: { ...this.now.style, ...part } };
  }

  private move(to: Matrix): void {
    this.line = to;
    this.place = to;
  }

  private nextLine(): void {
    this.move(followedBy([1, 0, 0, 1, 0, -this.now.style.lead], this.line));
  }

  private resource(kind: string, value: PdfValue | undefined, resources: PdfDict | undefined): PdfValue | undefined {
    return as('dict', this.objects.of(resources, kind))?.of.get(pdfName(value) ?? '');
  }

  private fontOf(value: PdfValue | undefined, resources: PdfDict | undefined): PdfFont | undefined {
    return this.fontAt(this.resource('Font', value, resources));
  }

  private fontAt(ref: PdfValue | undefined): PdfFont | undefined {
    const dict = this.objects.dictAt(ref);
    if (!dict) return undefined;
    const key = as('ref', ref)?.to ?? dict;
    const font = this.fonts.get(key) ?? readFont(dict, this.objects);
    this.fonts.set(key, font);
    return font;
  }

  /** A font can be chosen by a state of drawing too. */
  private look(value: PdfValue | undefined, resources: PdfDict | undefined): void {
    const [font, size] =
      listIn(this.objects.of(this.objects.dictAt(this.resource('ExtGState', value, resources)), 'Font')) ?? [];
    if (font !== undefined) this.now = { ...this.now, font: this.fontAt(font), size: numberIn(size) ?? 1 };
  }

  private show(value: PdfValue | undefined): void {
    const { size, style } = this.now;
    if (typeof value === 'number') this.forth((-value / 1000) * size * style.across);
    const bytes = as('text', value)?.bytes;
    if (bytes === undefined || bytes === '') return;
    const { font } = this.now;
    if (!font) throw new NotReadable('letters');
    this.objects.worked(bytes.length);
    let text = '';
    let wide = 0;
    for (let at = 0; at < bytes.length; at += font.codeLength) {
      const code =
        font.codeLength === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) * 256 + (bytes.charCodeAt(at + 1) || 0);
      const letter = font.letters(code);
      if (letter === undefined || nothing.test(letter)) throw new NotReadable('letters');
      text += letter;
      const extra = style.letter + (font.codeLength === 1 && code === 32 ? style.word : 0);
      wide += ((font.width(code) / 1000) * size + extra) * style.across;
    }
    this.written.put(text, followedBy(this.place, this.now.room), wide, size);
    this.forth(wide);
  }

  private forth(wide: number): void {
    this.place = followedBy([1, 0, 0, 1, wide, 0], this.place);
  }

  /** A picture is drawn, or a form's own operators are run. */
  private call(value: PdfValue | undefined, resources: PdfDict | undefined, depth: number): void {
    const ref = this.resource('XObject', value, resources);
    const dict = this.objects.dictAt(ref);
    if (pdfName(this.objects.of(dict, 'Subtype')) === 'Image') this.drawPicture();
    else if (!dict || depth >= deepestForm) throw new NotReadable('broken');
    else this.runForm(ref, resources, depth + 1);
  }

  /** A form by its reference, in the room where it is called. */
  runForm(ref: PdfValue | undefined, resources: PdfDict | undefined, depth = 1): void {
    const dict = this.objects.dictAt(ref);
    this.seen.add(as('ref', ref)?.to ?? -1);
    const [a, b, c, d, e, f] = (listIn(this.objects.of(dict, 'Matrix')) ?? []).map((one) =>
      numberIn(this.objects.at(one)),
    );
    const before = this.now;
    const keptBefore = this.kept.length;
    this.now = { ...before, room: followedBy([a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0], before.room) };
    this.run(this.objects.streamAt(ref) ?? '', as('dict', this.objects.of(dict, 'Resources')) ?? resources, depth);
    this.kept.length = Math.min(this.kept.length, keptBefore);
    this.now = before;
  }
}
