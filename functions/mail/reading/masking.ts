import { findPersonIds } from '../../../shared/domain/person-id.ts';

/** What stands where something of a person was written: the reader sees that there was something. */
export const mask = '•••';

const wordIn = /[\p{L}\p{N}]+/gu;

/** The words of a text that could be of a person, as they are recognised: in small letters, each once. */
export const maskableWords = (text: string): readonly string[] => [
  ...new Set((text.normalize('NFC').toLocaleLowerCase('sv').match(wordIn) ?? []).filter((word) => word.length > 1)),
];

/** A text without what reads as a person's number, and without the words that are known to be of the customer. */
export function masked(text: string, known: ReadonlySet<string>): string {
  let numbers = text.normalize('NFC');
  for (const { at, length } of findPersonIds(numbers).toReversed())
    numbers = `${numbers.slice(0, at)}${mask}${numbers.slice(at + length)}`;
  return numbers
    .replaceAll(wordIn, (word) => (known.has(word.toLocaleLowerCase('sv')) ? mask : word))
    .replaceAll(/•••(?:[ -]•••)+/g, mask);
}
