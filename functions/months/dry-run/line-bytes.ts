import { readableText } from './readable-text.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;

/** The longest line that is looked for the end of, in bytes. */
export const longestLine = 1_048_576;

/** The end of what is looked for is not among the bytes yet. */
export const cut = 'CUT';

/** Where the line ends that goes on here: at its CR or LF, or where the bytes end. */
export function lineEndFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== newline && bytes[at] !== carriageReturn) at += 1;
  return at;
}

/** Where the next line starts, behind a line end; −1 while that is not known, since an LF may follow a CR. */
export function pastLineEnd(bytes: Uint8Array, end: number, last: boolean): number {
  if (end >= bytes.length) return -1;
  if (bytes[end] === newline) return end + 1;
  if (end + 1 < bytes.length) return bytes[end + 1] === newline ? end + 2 : end + 1;
  return last ? end + 1 : -1;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The line as text, made readable. Throws on bytes that are not UTF-8. */
export const lineText = (line: Uint8Array): string => readableText(utf8.decode(line));
