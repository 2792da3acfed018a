import { NotTaken } from './sheet.ts';

/** A tag as it stands: its name without a prefix, its attributes as they were written, and where its content begins. */
export type XmlTag = {
  readonly name: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  /** Between the name and the closing sign. */
  readonly attributes: string;
  /** Where the tag begins, and the place behind it. */
  readonly from: number;
  readonly to: number;
};

/** The text of an XML part; one that declares types or another encoding than UTF-8 is not taken. */
export function xmlText(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const head = text.slice(0, 1000);
  if (/<!DOCTYPE|<!ENTITY/i.test(head) || text.includes('<!DOCTYPE')) throw new NotTaken('DAMAGED');
  const encoding = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new NotTaken('DAMAGED');
  return text;
}

const space = 0x20;

/** The next tag from a place on; comments and instructions are passed over. Undefined at the end. */
export function tagFrom(xml: string, place: number): XmlTag | undefined {
  for (let at = place; ; ) {
    const from = xml.indexOf('<', at);
    if (from < 0) return undefined;
    const sign = xml.charCodeAt(from + 1);
    if (sign === 0x21 || sign === 0x3f) {
      const end = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<![CDATA[', from) ? ']]>' : '>';
      const close = xml.indexOf(end, from + 2);
      if (close < 0) return undefined;
      at = close + end.length;
      continue;
    }
    const to = closeOf(xml, from);
    if (to < 0) return undefined;
    const isEnd = sign === 0x2f;
    const isEmpty = xml.charCodeAt(to - 1) === 0x2f;
    let stop = from + (isEnd ? 2 : 1);
    let start = stop;
    for (; stop < to; stop += 1) {
      const code = xml.charCodeAt(stop);
      if (code <= space || code === 0x2f) break;
      if (code === 0x3a) start = stop + 1;
    }
    return {
      name: xml.slice(start, stop),
      isEnd,
      isEmpty,
      attributes: xml.slice(stop, isEmpty ? to - 1 : to),
      from,
      to: to + 1,
    };
  }
}

/** A tag is no longer than so, in characters: attributes of a workbook are short. */
const longestTag = 65_536;

/** The sign that ends a tag: one within quotes ends nothing. */
function closeOf(xml: string, from: number): number {
  let quote = 0;
  const end = Math.min(xml.length, from + longestTag);
  for (let at = from + 1; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function charOf(all: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? all;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Written text as it reads. */
export const unescaped = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#?\w{1,8});/g, charOf) : text;

/** An attribute by its name without a prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > space && before !== 0x3a) continue;
    const rest = /^\s*=\s*("([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length, at + name.length + 4096));
    if (rest) return unescaped(rest[2] ?? rest[3] ?? '');
  }
  return undefined;
}

/** Every tag of a part, in order. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let tag = tagFrom(xml, 0); tag; tag = tagFrom(xml, tag.to)) yield tag;
}

/** The text within an element whose beginning has been read, all that is inside it together, and the place behind it. */
export function textWithin(xml: string, tag: XmlTag): { readonly text: string; readonly to: number } {
  if (tag.isEmpty) return { text: '', to: tag.to };
  let text = '';
  let at = tag.to;
  for (let depth = 1; depth > 0; ) {
    const next = tagFrom(xml, at);
    if (!next) throw new NotTaken('DAMAGED');
    text += xml.slice(at, next.from);
    at = next.to;
    if (!next.isEmpty) depth += next.isEnd ? -1 : 1;
  }
  return {
    text: unescaped(text.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')),
    to: at,
  };
}
