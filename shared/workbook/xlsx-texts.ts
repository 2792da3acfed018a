import { NotTaken } from './sheet.ts';
import { tagFrom, textWithin } from './xml-scan.ts';

/** Line breaks and other signs that XML has no room for, as the program writes them. */
export const unwound = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The text of an item: its runs together, without what is said of how it is read aloud. */
export function itemText(xml: string, from: number, end: string): { text: string; to: number } {
  let text = '';
  let isAloud = false;
  for (let tag = tagFrom(xml, from); tag; tag = tagFrom(xml, tag.to)) {
    if (tag.isEnd && tag.name === end) return { text: unwound(text), to: tag.to };
    if (tag.name === 'rPh') isAloud = !tag.isEnd && !tag.isEmpty;
    else if (tag.name === 't' && !tag.isEnd) {
      const within = textWithin(xml, tag);
      if (!isAloud) text += within.text;
      tag = { ...tag, to: within.to };
    }
  }
  throw new NotTaken('DAMAGED');
}
