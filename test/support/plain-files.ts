/** The files of a month read a second time, as the contract tells it: one text, one character after another. */

/** A row that says something, and the line on which it begins. */
export type Line = { row: number; fields: string[] };

/** The file as text; undefined when a byte is not of its encoding, or when it is no text at all. */
function decoded(bytes: Uint8Array): string | undefined {
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (['PK\x03\x04', '%PDF', '\x89PNG', '\xd0\xcf\x11\xe0'].includes(begins) || begins.startsWith('\xfe\xff'))
    return undefined;
  const zero = bytes.subarray(0, 64).indexOf(0);
  const wide = begins.startsWith('\xff\xfe') || zero % 2 === 1;
  if (!wide && zero >= 0) return undefined;
  const first = bytes.findIndex((byte) => byte > 127);
  const looksUtf8 = first < 0 || [2, 3, 4].some((length) => isUtf8(bytes.subarray(first, first + length)));
  const encoding = wide ? 'utf-16le' : looksUtf8 ? 'utf-8' : 'windows-1252';
  if (encoding === 'windows-1252' && bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
    return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return [...new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)].length === 1;
  } catch {
    return false;
  }
}

const becomeSpaces = ['\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202f'];
const vanish = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff'];

function made(text: string): string {
  // Line ends are the file's own; nothing that vanishes joins two of them.
  let made = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (const space of becomeSpaces) made = made.replaceAll(space, ' ');
  for (const nothing of vanish) made = made.replaceAll(nothing, '');
  return made.normalize('NFC');
}

/** Every row of a file; `comment` is the column, from 0, whose quotes may hold line breaks. */
export function linesOf(bytes: Uint8Array, comment = -1): Line[] | undefined {
  const raw = decoded(bytes);
  if (raw === undefined) return undefined;
  const text = made(raw);
  const lines: Line[] = [];
  let row = 1;
  for (let at = 0; at < text.length; at += 1) {
    const fields: string[] = [];
    const begun = at;
    for (;;) {
      const [field, end] = quotedField(text, at, fields.length === comment) ?? plainField(text, at);
      fields.push(stripped(field));
      at = end;
      if (text[at] !== ';') break;
      at += 1;
    }
    const isSeparatorLine = row === 1 && fields.join(';') === 'sep=;';
    if (!isSeparatorLine && fields.join('') !== '') lines.push({ row, fields });
    row += text.slice(begun, at).split('\n').length;
  }
  return lines;
}

const stripped = (field: string): string => field.replace(/^ +/, '').replace(/(?<! ) +$/, '');

const isEnd = (text: string, at: number): boolean => at >= text.length || text[at] === '\n' || text[at] === ';';

function plainField(text: string, from: number): [string, number] {
  let at = from;
  while (!isEnd(text, at)) at += 1;
  return [text.slice(from, at), at];
}

/** A field that begins with a quote and rightly ends with one; where it ends. */
function quotedField(text: string, from: number, mayBreak: boolean): [string, number] | undefined {
  let open = from;
  while (text[open] === ' ') open += 1;
  if (text[open] !== '"') return undefined;
  let field = '';
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\n' && !mayBreak) return undefined;
    if (text[at] === '"' && text[at + 1] === '"') at += 1;
    else if (text[at] === '"') {
      let end = at + 1;
      while (text[end] === ' ') end += 1;
      const isShort = Buffer.byteLength(text.slice(open, at + 1)) <= 32_768;
      return isShort && isEnd(text, end) ? [field, end] : undefined;
    }
    field += text[at];
  }
  return undefined;
}
