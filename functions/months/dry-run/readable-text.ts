/**
 * What nobody sees in a text, as spreadsheets, word processors and web pages leave it behind: other spaces become a
 * space, what has no width vanishes, and a letter is one character (NFC; a full-width figure stays what it is).
 */
export const readableText = (text: string): string =>
  asItIs.test(text) ? text : text.replace(otherSpaces, ' ').replace(withoutWidth, '').normalize('NFC');

/** Latin-1 but its no-break space and soft hyphen: nothing in it changes. */
const asItIs = /^[\0-\x9f\xa1-\xac\xae-\xff]*$/;
const otherSpaces = /[\u00a0\u2002\u2003\u2007\u2009\u202f]/g;
const withoutWidth = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

const space = 0x20;

/** Without the spaces around it; in readable text a space is a space, and nothing else is. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) === space) from += 1;
  while (to > from && text.charCodeAt(to - 1) === space) to -= 1;
  return text.slice(from, to);
}

/** Where the spaces here end. */
export function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === space) at += 1;
  return at;
}

/** Whether two words are the same in any case. */
export const sameWord = (one: string, other: string): boolean =>
  one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());
