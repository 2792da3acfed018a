import { cut, lineEndFrom, lineText, longestLine, pastLineEnd } from './line-bytes.ts';
import { pastSpaces, trimmed } from './readable-text.ts';

/** The longest quoted field, in bytes with its quotes. */
const longestQuoted = 32_768;

/** The text between quotes, and where its field ends in its line. */
type Quoted = { readonly text: string; readonly stop: number };

/**
 * The quoted field that is opened at `open` and closed on the same line: by its first quote that is not doubled, with
 * nothing but spaces before the semicolon or the line's end. Undefined when that quote ends no field, −1 when there is
 * none on the line.
 */
export function onLine(line: string, open: number): Quoted | undefined | -1 {
  const close = closingQuote(line, open + 1);
  if (close < 0) return -1;
  if (!endsField(line, close) || !isShort(line.slice(open, close + 1))) return undefined;
  return { text: unquoted(line.slice(open + 1, close)), stop: pastSpaces(line, close + 1) };
}

/** A comment that was closed on a later line: that line, where the next one starts, and how many lines it went on for. */
type OverLines = Quoted & { readonly line: string; readonly next: number; readonly lines: number };

/**
 * The comment that goes on at `from`, its quote opened on the line before and not closed there; `begun` is what came
 * after that quote. Undefined when the first quote that is not doubled ends no field or comes too late: then the
 * opening one was a slip, and swallows no row. Throws on bytes that are not UTF-8.
 */
export function overLines(
  begun: string,
  { bytes, from, last }: { readonly bytes: Uint8Array; readonly from: number; readonly last: boolean },
): OverLines | undefined | typeof cut {
  let text = `${begun}\n`;
  let length = Buffer.byteLength(`"${text}`);
  let at = from;
  for (let lines = 1; length < longestQuoted; lines += 1) {
    const end = lineEndFrom(bytes, at);
    if (end - at > longestLine) return undefined;
    const next = pastLineEnd(bytes, end, last);
    if (next < 0) return last ? undefined : cut;
    const line = lineText(bytes.subarray(at, end));
    const close = closingQuote(line, 0);
    if (close >= 0) {
      const isClosed = endsField(line, close) && length + Buffer.byteLength(line.slice(0, close + 1)) <= longestQuoted;
      if (!isClosed) return undefined;
      return { text: unquoted(text + line.slice(0, close)), stop: pastSpaces(line, close + 1), line, next, lines };
    }
    text += `${line}\n`;
    length += Buffer.byteLength(line) + 1;
    at = next;
  }
  return undefined;
}

/** The first quote from here on that is not doubled, or −1. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}

/** Whether a semicolon or the line's end follows a quote, spaces apart. */
function endsField(line: string, close: number): boolean {
  const after = pastSpaces(line, close + 1);
  return after >= line.length || line[after] === ';';
}

/** Whether it is no longer than a quoted field may be; a unit of text is three bytes at most. */
const isShort = (quoted: string): boolean =>
  quoted.length * 3 <= longestQuoted || Buffer.byteLength(quoted) <= longestQuoted;

const unquoted = (inside: string): string => trimmed(inside.replaceAll('""', '"'));
