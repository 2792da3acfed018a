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
    .replaceAll(/•••(?:[ -]•••)+/g, mask);
}
