import { NotReadable, type PdfValue } from './pdf-value.ts';

const blank = /[\0\t\n\f\r ]/;
const ends = /[\0\t\n\f\r ()<>[\]{}/%]/;
/** No file of a program nests deeper. */
const deepest = 60;
const longestWord = 255;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Reads values one after another out of the bytes of a PDF, given as latin-1. Its time is the length of what it reads. */
export class PdfLexer {
  at: number;
  private readonly text: string;
  private readonly worked: (steps: number) => void;
  constructor(text: string, worked: (steps: number) => void, at = 0) {
    this.text = text;
    this.worked = worked;
    this.at = at;
  }

  /** The next value; undefined at the end. `N G R` is left as three: a content stream has none. */
  next(depth = 0): PdfValue | undefined {
    this.skip();
    const { text, at } = this;
    const first = text[at];
    if (first === undefined) return undefined;
    if (depth > deepest) throw new NotReadable('broken');
    this.worked(1);
    if (first === '/') return this.name();
    if (first === '(') return this.string();
    if (first === '[') return this.list(depth);
    if (first === '<') return text[at + 1] === '<' ? this.dict(depth) : this.hex();
    if (/[+\-.\d]/.test(first)) return this.number();
    if (ends.test(first)) {
      // A sign that closes nothing, or that a function of PostScript has.
      this.at++;
      return { kind: 'word', word: first };
    }
    const word = this.run();
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { kind: 'word', word };
  }

  private skip(): void {
    for (;;) {
      const one = this.text[this.at];
      if (one === '%') while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at++;
      else if (one !== undefined && blank.test(one)) this.at++;
      else return;
    }
  }

  private run(): string {
    const from = this.at;
    while (this.at < this.text.length && !ends.test(this.text[this.at] ?? ''))
      if (++this.at - from > longestWord) throw new NotReadable('broken');
    return this.text.slice(from, this.at);
  }

  private number(): PdfValue {
    const said = this.run();
    const number = Number(said);
    if (said === '' || !Number.isFinite(number)) return { kind: 'word', word: said };
    return number;
  }

  private name(): PdfValue {
    this.at++;
    const name = this.run().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return { kind: 'name', name };
  }

  private hex(): PdfValue {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new NotReadable('broken');
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    return { kind: 'text', bytes: Buffer.from(`${digits}${digits.length % 2 ? '0' : ''}`, 'hex').toString('latin1') };
  }

  private string(): PdfValue {
    const parts: string[] = [];
    const special = /[\\()]/g;
    let open = 1;
    let from = ++this.at;
    for (;;) {
      special.lastIndex = this.at;
      const found = special.exec(this.text);
      if (!found) throw new NotReadable('broken');
      this.at = special.lastIndex;
      if (found[0] === '(') open++;
      else if (found[0] === ')') {
        if (--open === 0) return { kind: 'text', bytes: [...parts, this.text.slice(from, found.index)].join('') };
      } else {
        this.worked(1);
        parts.push(this.text.slice(from, found.index), this.escaped());
        from = this.at;
      }
    }
  }

  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const one = this.text[this.at++] ?? '';
    if (one === '\r' && this.text[this.at] === '\n') this.at++;
    return one === '\r' || one === '\n' ? '' : (escapes[one] ?? one);
  }

  private until(end: string, depth: number): PdfValue[] {
    const found: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.text.startsWith(end, this.at)) {
        this.at += end.length;
        return found;
      }
      const value = this.next(depth + 1);
      if (value === undefined) throw new NotReadable('broken');
      const isRef = typeof value === 'object' && value !== null && 'word' in value && value.word === 'R';
      const to = isRef ? found.splice(-2)[0] : undefined;
      found.push(typeof to === 'number' ? { kind: 'ref', to } : value);
    }
  }

  private list(depth: number): PdfValue {
    this.at++;
    return this.until(']', depth);
  }

  private dict(depth: number): PdfValue {
    this.at += 2;
    const all = this.until('>>', depth);
    const of = new Map<string, PdfValue>();
    this.worked(4);
    for (let at = 0; at + 1 < all.length; at += 2) {
      const key = all[at];
      if (typeof key !== 'object' || key === null || !('name' in key)) throw new NotReadable('broken');
      of.set(key.name, all[at + 1] ?? null);
    }
    return { kind: 'dict', of };
  }
}
