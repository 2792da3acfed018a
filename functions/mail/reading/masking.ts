import { personShapesIn } from './person-shapes.ts';

/** What stands where something of a person was written: the reader sees that there was something. */
const mask = '•••';

const wordIn = /[\p{L}\p{N}]+/gu;
/** A telephone number, in the ways in which it is written. */
const numberIn = /\+?\d(?:[ -]?\d){5,14}/g;

const small = (word: string): string => word.toLocaleLowerCase('sv');
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
/** `Annas` is Anna's. */
const formsOfWord = (word: string): readonly string[] =>
  word.length > 3 && word.endsWith('s') ? [word, word.slice(0, -1)] : [word];

/** More than anybody writes in a reply; what is beyond is hidden whole. */
const mostWords = 800;

/** The words and numbers of a text that could be a person's, as they are recognised: in small letters, each once. */
export function maskableIn(text: string): readonly string[] {
  const words = (text.normalize('NFC').match(wordIn) ?? []).slice(0, mostWords).map(small);
  const numbers = (text.match(numberIn) ?? []).slice(0, mostWords).map(digitsOf);
  return [...new Set([...words.flatMap(formsOfWord).filter((word) => word.length > 1), ...numbers])];
}

/** A text without what reads as a person's number or home, and without the words that are known to be a customer's. */
export function masked(text: string, known: ReadonlySet<string>): string {
  let shown = text.normalize('NFC');
  for (const { at, length } of personShapesIn(shown).toReversed())
    shown = `${shown.slice(0, at)}${mask}${shown.slice(at + length)}`;
  let count = 0;
  return shown
    .replaceAll(numberIn, (number) => (known.has(digitsOf(number)) ? mask : number))
    .replaceAll(wordIn, (word) => {
      count += 1;
      return count > mostWords || formsOfWord(small(word)).some((one) => known.has(one)) ? mask : word;
    })
    .replaceAll(/•••(?:[ ._-]•••)+/g, mask);
}

/** A number of any kind, as it is written in an address too. */
const longNumber = /\+?\d(?:[ ._-]?\d){5,14}/g;
/** Signs that stand for a blank in the first part of an address: `elsa.prov`, `storgatan_12`. */
const between = /[._+]/g;

/**
 * Whom somebody says that a mail is from: a name, an address or both. Anybody writes there what they like, so that what
 * reads as a number, a telephone or a home is hidden whoever's it is; the domain says where the mail came from, and stays.
 */
export function maskedClaims(claims: string, known: ReadonlySet<string>): string {
  const parts = claims.normalize('NFC').split(/(@[^\s<>()",;:]+)/);
  return parts
    .map((part, n) => {
      if (n % 2 === 1) return masked(part, new Set());
      const hidden = personShapesIn(part.replaceAll(between, ' ')).toReversed();
      const shown = hidden.reduce(
        (text, { at, length }) => `${text.slice(0, at)}${mask}${text.slice(at + length)}`,
        part,
      );
      return masked(shown.replaceAll(longNumber, mask), known);
    })
    .join('');
}

/** By which addresses a mail came: anybody may write a person's number there too. A reply's secret reads as none. */
export const maskedEnvelope = <E extends { readonly from: string; readonly to: readonly string[] }>(envelope: E) => ({
  ...envelope,
  from: maskedClaims(envelope.from, new Set()),
  to: envelope.to.map((address) => masked(address, new Set())),
});
