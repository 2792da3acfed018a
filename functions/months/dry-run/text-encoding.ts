import { kindByName, nameFault } from '../../../shared/domain/named-as.ts';
import { taken } from '../../../shared/workbook/read-workbook.ts';
import type { WorkbookFault } from '../../../shared/workbook/sheet.ts';
import type { ByteSource } from './byte-source.ts';
import type { FileName } from './file-errors.ts';
import { workbookText } from './workbook-text.ts';

/** A file that is no text at all, by what it is: a spreadsheet's workbook, a PDF, a picture or a packed file. */
type NotText = 'WORKBOOK' | 'PDF' | 'NO_TEXT';

/** The first bytes of each kind, whatever the file is called. */
const kinds: readonly (readonly [NotText, readonly number[]])[] = [
  // XLSX and ODS are ZIP files; XLS, and a workbook with a password, are compound files.
  ['WORKBOOK', [0x50, 0x4b, 0x03, 0x04]],
  ['WORKBOOK', [0x50, 0x4b, 0x05, 0x06]],
  ['WORKBOOK', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['NO_TEXT', [0x89, 0x50, 0x4e, 0x47]],
  ['NO_TEXT', [0xff, 0xd8, 0xff]],
  ['NO_TEXT', [0x47, 0x49, 0x46, 0x38]],
  ['NO_TEXT', [0x1f, 0x8b]],
];

/** What a file that begins like this is, when it is no text. */
const notText = (head: Uint8Array): NotText | undefined =>
  kinds.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];

export const notDecodable = 'NOT_DECODABLE';
type NotDecodable = typeof notDecodable;

/** Why bytes are not the text of a file: what the file is instead, or that a byte is not of its encoding. */
export type NoText = NotText | WorkbookFault | NotDecodable;

/** That a row, a column or a sheet of a workbook is hidden; hidden rows are read. */
export const hidden = 'HIDDEN';

/** What a piece of a file is instead of bytes: said once of a workbook, or the reason why nothing follows. */
export type Piece = Uint8Array | typeof hidden | NoText;

/**
 * Turns a file of any accepted encoding into UTF-8 pieces, so that everything after this knows one encoding only; of a
 * workbook the sheet that holds the file, where the month's forms are read, as the lines of the same file in CSV. The last piece may be the reason why the file cannot be read on: every row before it has been given by then.
 *
 * UTF-8 with or without BOM passes untouched (a row that is not UTF-8 is found where it is read); UTF-16LE with or
 * without BOM and windows-1252 are rewritten.
 */
export async function* utf8Chunks(source: ByteSource, sheet?: FileName): AsyncGenerator<Piece> {
  let head: Uint8Array = new Uint8Array(0);
  let decoding: Decoding | NoText | undefined;
  for await (const chunk of source.chunks()) {
    let piece = chunk;
    if (decoding === undefined) {
      piece = joined(head, chunk);
      // Kept over a turn, and so copied: a piece is good until the next is asked for.
      head = piece.length < headLength ? piece.slice() : new Uint8Array(0);
      if (head.length > 0 || piece.length === 0) continue;
      decoding = decodingOf(piece, source.name);
    }
    if (typeof decoding === 'string') return yield* otherwise(decoding, source, sheet);
    yield decoding.decode(piece, false);
    if (decoding.isBroken) return yield notDecodable;
  }
  decoding ??= decodingOf(head, source.name);
  if (typeof decoding === 'string') return yield* otherwise(decoding, source, sheet);
  yield decoding.decode(head, true);
  if (decoding.isBroken) yield notDecodable;
}

/** So many bytes show what kind of file it is. */
const headLength = 64;

/** Names of files that are text, and of such as are workbooks. */
const isText = /\.(csv|txt|tsv)$/i;
const isBook = /\.(xls[xmb]?|od[st]|fods)$/i;

/** The most bytes of a workbook, packed (design/standards.md, Files). */
const mostOfWorkbook = 25 * 1024 * 1024;

/** What is no text is read where it is a workbook, is not called a text, and has a sheet that somebody asks for. */
async function* otherwise(what: NoText, source: ByteSource, sheet: FileName | undefined): AsyncGenerator<Piece> {
  if (what !== 'WORKBOOK' || sheet === undefined || isText.test(source.name ?? '')) yield what;
  else yield* sheetChunks(source, sheet);
}

async function* sheetChunks(source: ByteSource, sheet: FileName): AsyncGenerator<Piece> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.chunks()) {
    length += piece.length;
    if (length > mostOfWorkbook) return yield 'TOO_LARGE';
    pieces.push(piece.slice());
  }
  const [only] = pieces;
  const bytes = pieces.length === 1 && only ? only : Buffer.concat(pieces);
  // What is locked or old says so itself.
  if (bytes[0] === 0x50 && nameFault(kindByName(source.name ?? ''), bytes) !== undefined) return yield 'WRONG_BOOK';
  const text = await workbookText(bytes, sheet);
  if (typeof text === 'string') return yield text;
  if (text.hides) yield hidden;
  for (const lines = text.lines[Symbol.iterator](); ; ) {
    const next = await taken(async () => nextLines(lines));
    if (typeof next === 'string') return yield next;
    if (next.length === 0) return;
    yield next;
  }
}

/** So many characters of lines are given at once. */
const linesAtOnce = 65_536;

function nextLines(lines: Iterator<string>): Uint8Array {
  let text = '';
  while (text.length < linesAtOnce) {
    const line = lines.next();
    if (line.done) break;
    text += line.value;
  }
  return Buffer.from(text, 'utf8');
}

function decodingOf(head: Uint8Array, name: string | undefined): Decoding | NoText {
  const other = notText(head);
  if (other) return other;
  if (isBook.test(name ?? '')) return 'NOT_A_WORKBOOK';
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new Utf16();
  if (first === 0xfe && second === 0xff) return notDecodable;
  // Of UTF-16LE the higher byte of a letter is 0 in these languages; in no other text is any byte.
  const zero = head.subarray(0, headLength).indexOf(0);
  if (zero >= 0) return zero % 2 === 1 ? new Utf16() : notDecodable;
  return new EightBit();
}

/** Gives the next piece as UTF-8; `last` says that nothing follows. Once broken, nothing that follows is text. */
type Decoding = { readonly isBroken: boolean; decode(piece: Uint8Array, last: boolean): Uint8Array };

/**
 * UTF-8 or windows-1252: the first letter outside ASCII decides, and until then they are the same. Every accepted
 * header has an å in its first word.
 */
class EightBit implements Decoding {
  isBroken = false;
  #kind: 'UTF-8' | 'windows-1252' | undefined;
  #held: Uint8Array = new Uint8Array(0);

  decode(given: Uint8Array, last: boolean): Uint8Array {
    if (this.#kind === 'UTF-8') return given;
    if (this.#kind === 'windows-1252') return this.#rewritten(given);
    const piece = joined(this.#held, given);
    this.#held = new Uint8Array(0);
    const letter = piece.findIndex((byte) => byte >= 0x80);
    if (letter < 0) return piece;
    const end = letter + utf8Length(piece[letter] ?? 0);
    if (end > piece.length && !last) {
      this.#held = piece.slice(letter);
      return piece.subarray(0, letter);
    }
    this.#kind = isUtf8(piece.subarray(letter, end)) ? 'UTF-8' : 'windows-1252';
    return this.decode(piece, last);
  }

  #rewritten(piece: Uint8Array): Uint8Array {
    const unassigned = piece.findIndex((byte) => byte >= 0x81 && byte <= 0x9d && unassignedBytes.has(byte));
    this.isBroken = unassigned >= 0;
    return new TextEncoder().encode(windows1252.decode(this.isBroken ? piece.subarray(0, unassigned) : piece));
  }
}

const windows1252 = new TextDecoder('windows-1252');

/** The bytes that windows-1252 gives no letter; the decoder would pass them on as control characters. */
const unassignedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const utf8Length = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isUtf8(letter: Uint8Array): boolean {
  try {
    return utf8.decode(letter).length > 0;
  } catch {
    return false;
  }
}

const isHighHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** UTF-16LE: a byte or half a letter at the end of a piece waits for the next. */
class Utf16 implements Decoding {
  isBroken = false;
  #held: Uint8Array = new Uint8Array(0);

  decode(given: Uint8Array, last: boolean): Uint8Array {
    const piece = joined(this.#held, given);
    let end = piece.length - (piece.length % 2);
    if (end >= 2 && isHighHalf((piece[end - 2] ?? 0) | ((piece[end - 1] ?? 0) << 8))) end -= 2;
    this.#held = piece.slice(end);
    const text = Buffer.from(piece.subarray(0, end)).toString('utf16le');
    const lone = text.isWellFormed() ? -1 : text.search(loneHalf);
    this.isBroken = lone >= 0 || (last && this.#held.length > 0);
    return new TextEncoder().encode(lone >= 0 ? text.slice(0, lone) : text);
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
