import type { ByteSource } from './byte-source.ts';
import { windowsOf } from './row-window.ts';
import { notDecodable } from './text-encoding.ts';

/** A row's fields without quotes and surrounding spaces, where the next row starts, and how many lines it took. */
export type CsvRow = { readonly fields: readonly string[]; readonly next: number; readonly lines: number };

/** Why the file cannot be read on: it is not text, or a row has no end. */
export type Unreadable = 'NOT_DECODABLE' | 'ROW_TOO_LONG';

/** The row's end is not among the bytes yet. */
const cut = 'CUT';

const semicolon = 0x3b;
const newline = 0x0a;
const quote = 0x22;

/** The longest row, and the longest quoted field, that is looked for the end of. */
const longestRow = 1_048_576;
const longestQuoted = 32_768;

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the row that starts at `from`: semicolons, CRLF or LF, quotes as in RFC 4180. `last` says that nothing
 * follows `bytes`, which then end in a line end.
 */
export function readRow(bytes: Uint8Array, from: number, last: boolean): CsvRow | typeof cut | Unreadable {
  const lineEnd = bytes.indexOf(newline, from);
  if ((lineEnd < 0 ? bytes.length : lineEnd) - from > longestRow) return 'ROW_TOO_LONG';
  if (lineEnd < 0) return cut;
  const line = bytes.subarray(from, lineEnd);
  try {
    if (line.includes(quote)) return quotedRow(bytes, from, last);
    const fields = text.decode(line).split(';');
    return { fields: fields.map((field) => field.trim()), next: lineEnd + 1, lines: 1 };
  } catch {
    return notDecodable;
  }
}

/** As `readRow`, for a row with a quote in its first line. Throws on bytes that are not UTF-8. */
function quotedRow(bytes: Uint8Array, from: number, last: boolean): CsvRow | typeof cut {
  const fields: string[] = [];
  let lines = 1;
  for (let at = from; ; ) {
    if (bytes.indexOf(newline, at) < 0) return cut;
    const open = pastBlanks(bytes, at);
    const close = bytes[open] === quote ? closingQuote(bytes, open, last) : undefined;
    if (close === cut) return cut;
    const stop = close === undefined ? separatorFrom(bytes, at) : pastBlanks(bytes, close + 1);
    const field = text.decode(close === undefined ? bytes.subarray(at, stop) : bytes.subarray(open + 1, close));
    if (close !== undefined) lines += field.split('\n').length - 1;
    fields.push((close === undefined ? field : field.replaceAll('""', '"')).trim());
    if (bytes[stop] === newline) return { fields, next: stop + 1, lines };
    at = stop + 1;
  }
}

/**
 * Where the quote opened at `open` is closed: by a quote, not doubled, that a semicolon or line end follows. Other
 * quotes inside are taken as they are, but not one behind a semicolon, which opens the next field, nor any beyond the
 * line, where the field may go on (RFC 4180): then the opening quote was a slip. It is taken as it is (undefined), and
 * swallows neither fields nor rows.
 */
function closingQuote(bytes: Uint8Array, open: number, last: boolean): number | undefined | typeof cut {
  const limit = open + longestQuoted;
  let fieldMayOpen = false;
  let beyondLine = false;
  for (let at = open + 1; at < Math.min(bytes.length, limit); at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      const after = pastBlanks(bytes, at + 1);
      if (after === bytes.length && !last) return cut;
      if (bytes[at + 1] === quote) at += 1;
      else if (bytes[after] === semicolon || bytes[after] === newline) return at;
      else if (fieldMayOpen || beyondLine) return undefined;
    }
    if (byte === newline) beyondLine = true;
    fieldMayOpen = byte === semicolon || (fieldMayOpen && isBlankByte(byte));
  }
  return bytes.length < limit && !last ? cut : undefined;
}

function separatorFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== semicolon && bytes[at] !== newline) at += 1;
  return at;
}

/** A space, a tab or a carriage return. */
const isBlankByte = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;

function pastBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlankByte(bytes[at])) at += 1;
  return at;
}

/** Nothing but separators and spaces: a line that a spreadsheet leaves behind. */
export const isBlank = (fields: readonly string[]): boolean => fields.every((field) => field === '');

/** A row and the line of the file on which it starts, the first being 1; or why the file cannot be read from there. */
export type NumberedRow = { readonly row: number; readonly fields: readonly string[] | Unreadable };

/** Gives each row of a file that is not blank to `take`, until it answers; its answer is the answer. */
export async function eachRow<Answer>(
  source: ByteSource,
  take: (line: NumberedRow) => Answer | undefined,
): Promise<Answer | undefined> {
  let row = 1;
  for await (const window of windowsOf(source)) {
    if (window === notDecodable) return take({ row, fields: notDecodable });
    for (;;) {
      const next = readRow(window.bytes, window.start, window.last);
      if (next === cut) break;
      if (typeof next === 'string') return take({ row, fields: next });
      const answer = isBlank(next.fields) ? undefined : take({ row, fields: next.fields });
      if (answer !== undefined) return answer;
      window.start = next.next;
      row += next.lines;
    }
  }
  return undefined;
}
