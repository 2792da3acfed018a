/** What a mail program makes of a link, or adds to one: no words of anybody's. */
const link = /(?:https?:\/\/|mailto:|www\.)/i;
/** What may stand around a word and say nothing: signs, and the marks of bold and slanted text. */
const around = /^[^\p{L}\p{N}•]+|[^\p{L}\p{N}•]+$/gu;

export type Word = { readonly plain: string; readonly line: number };

export const isLink = (word: string): boolean => link.test(word);

/** The words of a line as they are compared: without signs around, and without links. */
export const plainWords = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((word) => !isLink(word))
    .map((word) => word.replaceAll(around, '').toLocaleLowerCase('sv'))
    .filter((word) => word !== '');

/**
 * Which of some words are a letter's, however its lines were broken: every run that is a whole line of it. By their
 * places.
 */
export function placesOfLetter(words: readonly Word[], letter: readonly string[]): ReadonlySet<number> {
  const starts = new Map<string, number[]>();
  words.forEach(({ plain }, at) => {
    const known = starts.get(plain);
    if (known) known.push(at);
    else starts.set(plain, [at]);
  });
  const found = new Set<number>();
  for (const line of letter) {
    const [first, ...rest] = plainWords(line);
    // A word alone could be anybody's.
    if (first === undefined || rest.length === 0) continue;
    for (const at of starts.get(first) ?? [])
      if (rest.every((word, n) => words[at + n + 1]?.plain === word))
        for (let n = 0; n <= rest.length; n++) found.add(at + n);
  }
  return found;
}
