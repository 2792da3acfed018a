import { inflateSync } from 'node:zlib';
import { PdfLexer } from './pdf-lexer.ts';
import { as, listIn, NotReadable, numberIn, type PdfDict, type PdfValue, pdfName } from './pdf-value.ts';

/** An object of a file, and where its stream's bytes are when it has one. */
type PdfObject = { readonly value: PdfValue; readonly from?: number; readonly to?: number };

/** What all streams of an invoice may come to unpacked; one of a month's totals has some tens of kilobytes. */
const mostUnpacked = 4 * 1024 * 1024;
const mostObjects = 20_000;
/** Steps of work for a whole file: letters, codes of fonts, operators. */
const mostWork = 250_000;
/** To find a stream and unpack it, however short it is. */
const workOfStream = 100;

/**
 * The objects of a PDF by number, whatever its table of contents says of them: found one after another from its first
 * byte, so that its time is its length. One that is there twice could be read in two ways, and is not read at all.
 */
export class PdfObjects {
  private readonly all = new Map<number, PdfObject>();
  private readonly text: string;
  private left = mostUnpacked;
  private work = mostWork;

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.find();
    // A file whose table is a stream says in it that it is encrypted; else its trailer does.
    const isEncrypted = [...this.dicts()].some(({ of }) => of.has('Encrypt')) || /\/Encrypt\b/.test(this.text);
    if (isEncrypted) throw new NotReadable('encrypted');
    this.unpackObjects();
  }

  private find(): void {
    const start = /(?<!\d)(\d{1,9})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj(?![a-z])/g;
    for (let found = start.exec(this.text); found; found = start.exec(this.text)) {
      const lexer = new PdfLexer(this.text, this.worked, start.lastIndex);
      const value = lexer.next();
      if (value === undefined) throw new NotReadable('broken');
      const stream = /[\0\t\n\f\r ]{0,9}stream(?:\r\n|\n|\r)/y;
      stream.lastIndex = lexer.at;
      const isStream = as('dict', value) !== undefined && stream.test(this.text);
      const from = stream.lastIndex;
      const to = isStream ? this.endOf(from, value) : lexer.at;
      this.put(Number(found[1]), isStream ? { value, from, to } : { value });
      start.lastIndex = to;
    }
  }

  /** Where a stream ends: where it says when that is so, else at the first word that ends one. */
  private endOf(from: number, value: PdfValue): number {
    const length = numberIn(as('dict', value)?.of.get('Length'));
    if (length !== undefined && length >= 0) {
      const said = /[\0\t\n\f\r ]{0,9}endstream/y;
      said.lastIndex = from + length;
      if (said.test(this.text)) return from + length;
    }
    const end = this.text.indexOf('endstream', from);
    if (end < 0) throw new NotReadable('broken');
    return end;
  }

  private put(number: number, object: PdfObject): void {
    if (this.all.has(number)) throw new NotReadable('broken');
    if (this.all.size >= mostObjects) throw new NotReadable('large');
    this.all.set(number, object);
  }

  /** The objects that are packed together in streams. */
  private unpackObjects(): void {
    for (const dict of [...this.all.values()].filter(
      ({ value }) => pdfName(as('dict', value)?.of.get('Type')) === 'ObjStm',
    )) {
      const { of } = as('dict', dict.value) ?? { of: new Map<string, PdfValue>() };
      const [count, first] = [numberIn(this.at(of.get('N'))) ?? 0, numberIn(this.at(of.get('First'))) ?? 0];
      if (count > mostObjects) throw new NotReadable('large');
      const text = this.bytesOf(dict);
      const heads = new PdfLexer(text.slice(0, first), this.worked);
      const values = new PdfLexer(text, this.worked, first);
      for (let one = 0; one < count; one++) {
        const [number, offset] = [heads.next(), heads.next()];
        if (typeof number !== 'number' || typeof offset !== 'number') throw new NotReadable('broken');
        // One after another: what is read twice over is no file of a program.
        if (first + offset < values.at) throw new NotReadable('broken');
        values.at = first + offset;
        this.put(number, { value: values.next() ?? null });
      }
    }
  }

  /** Counts what has been done for a file, which is never much for an invoice. */
  readonly worked = (steps: number): void => {
    this.work -= steps;
    if (this.work < 0) throw new NotReadable('large');
  };

  /** The value that a reference leads to; any other as it is. */
  at(value: PdfValue | undefined): PdfValue | undefined {
    let one = value;
    for (let step = 0; step < 10; step++) {
      const ref = as('ref', one);
      if (!ref) return one;
      one = this.all.get(ref.to)?.value;
    }
    throw new NotReadable('broken');
  }

  dictAt(value: PdfValue | undefined): PdfDict | undefined {
    return as('dict', this.at(value));
  }

  /** A dictionary's own entry, wherever it stands. */
  of(dict: PdfDict | undefined, key: string): PdfValue | undefined {
    return this.at(dict?.of.get(key));
  }

  /** Every dictionary of an object, not those within. */
  *dicts(): Generator<PdfDict> {
    for (const { value } of this.all.values()) {
      const dict = as('dict', value);
      if (dict) yield dict;
    }
  }

  /** Every object that has a stream, with its dictionary. */
  *streams(): Generator<readonly [number, PdfDict]> {
    for (const [number, { value, from }] of this.all) {
      const dict = as('dict', value);
      if (dict && from !== undefined) yield [number, dict];
    }
  }

  /** The stream that a reference leads to, unpacked; undefined when it leads to none. */
  streamAt(ref: PdfValue | undefined): string | undefined {
    const object = this.all.get(as('ref', ref)?.to ?? -1);
    return object?.from === undefined ? undefined : this.bytesOf(object);
  }

  /** Unpacked within what is left for the whole file; packed in another way than Flate it is not. */
  private bytesOf({ value, from = 0, to = 0 }: PdfObject): string {
    this.worked(workOfStream);
    const dict = as('dict', value);
    const said = this.at(dict?.of.get('Filter'));
    const filters =
      said === undefined || said === null ? [] : (listIn(said) ?? [said]).map((one) => pdfName(this.at(one)));
    const packed = this.text.slice(from, to);
    if (filters.length === 0) return this.spent(packed);
    const isFlate = filters.length === 1 && (filters[0] === 'FlateDecode' || filters[0] === 'Fl');
    const parms = this.at(dict?.of.get('DecodeParms'));
    const predictor = numberIn(
      this.of(as('dict', parms ? this.at(listIn(parms)?.[0] ?? parms) : undefined), 'Predictor'),
    );
    if (!isFlate || (predictor ?? 1) > 1) throw new NotReadable('large');
    try {
      return this.spent(
        inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: Math.max(1, this.left) }).toString('latin1'),
      );
    } catch (error) {
      if (error instanceof NotReadable) throw error;
      throw new NotReadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken');
    }
  }

  private spent(text: string): string {
    this.left -= text.length;
    if (this.left < 0) throw new NotReadable('large');
    return text;
  }
}
