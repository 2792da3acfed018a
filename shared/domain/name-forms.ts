import { foldedText } from './folded-text.ts';

/** Words by which a person can be found or recognised: lower case, letters and digits only, at least two of them. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    (
      text
        .normalize('NFC')
        .toLocaleLowerCase('sv')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((word) => word.length > 1),
  ),
];

/** Letters with a sign through them, or two in one, which no decomposition takes apart. */
const signs: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd' };
const bare = (letter: string): string => signs[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');

/** A word without accents, and without those alone that are no letters of Swedish: `rené söder`, `rene söder`, `rene soder`. */
const unaccented = (word: string): readonly string[] =>
  [/[^åäö]/gu, /./gu].map((letters) => word.replace(letters, bare).normalize('NFC'));

/** Without what is between the parts of a double name: `Maj-Britt` is `majbritt` too. */
const joined = (name: string): string => foldedText(name).text.replace(/(?<=\p{L})['’´`-](?=\p{L})/gu, '');
/** Without apostrophes alone: of `O’Brien-Prov` the first name is `obrien`. */
const unmarked = (name: string): string => foldedText(name).text.replace(/(?<=\p{L})['’´`](?=\p{L})/gu, '');

/** More forms than any name needs; each is a keyed hash, and an item that leads to the case. */
const most = 32;

/**
 * By which words a name is found: each of its own, and beside them the parts of a double name in one and the letters
 * without accents, as a neighbour or a hospital may spell it.
 */
export function formsOf(name: string): readonly string[] {
  const [own, inOne] = [wordsOf(name), wordsOf(joined(name))];
  const others = [...inOne, ...wordsOf(unmarked(name))];
  const extra = [...others, ...[...own, ...others].flatMap(unaccented)];
  return [...new Set([...own, ...extra.slice(0, Math.max(0, most - own.length))])];
}

/**
 * The ways in which what somebody looks for may be written in the register, the given form first: each is a list of
 * words that must all be in the name.
 */
export function readingsOf(name: string): readonly (readonly string[])[] {
  const written = [wordsOf(name), wordsOf(joined(name))];
  const plain = written.map((words) => [...new Set(words.map((word) => unaccented(word).at(-1) ?? word))]);
  return [...new Map([...written, ...plain].map((words) => [words.join(' '), words])).values()];
}
