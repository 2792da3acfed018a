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

/** Fewer words than this, and no link, could be anybody's where nothing tells that they are quoted. */
const leastFree = 4;

type Run = { readonly from: number; readonly to: number; readonly isLong: boolean };

/** Every run of words that is a whole line of a letter, however its lines were broken. */
function runsOf(words: readonly Word[], letter: readonly string[]): readonly Run[] {
  const starts = new Map<string, number[]>();
  words.forEach(({ plain }, at) => {
    const known = starts.get(plain);
    if (known) known.push(at);
    else starts.set(plain, [at]);
  });
  return letter.flatMap((line) => {
    const [first, ...rest] = plainWords(line);
    // A word alone could be anybody's.
    if (first === undefined || rest.length === 0) return [];
    return (starts.get(first) ?? [])
      .filter((at) => rest.every((word, n) => words[at + n + 1]?.plain === word))
      .map((from) => ({ from, to: from + rest.length, isLong: rest.length >= leastFree - 1 || link.test(line) }));
  });
}

/**
 * Which of some words are a letter's, by their places. Where nothing marks a line as quoted (`isFree`) it is the letter's
 * only where the letter is quoted nowhere else, and only in whole lines: the sender may write in its words.
 */
export function placesOfLetter(
  words: readonly Word[],
  letter: readonly string[],
  isFree: (line: number) => boolean,
): ReadonlySet<number> {
  const runs = runsOf(words, letter);
  const lineOf = (at: number) => words[at]?.line ?? -1;
  const isAllFree = ({ from, to }: Run) => isFree(lineOf(from)) && isFree(lineOf(to));
  const isQuoted = runs.some((run) => !isAllFree(run));
  const isWhole = ({ from, to, isLong }: Run) =>
    isLong && lineOf(from - 1) !== lineOf(from) && lineOf(to + 1) !== lineOf(to);
  const found = new Set<number>();
  for (const run of runs)
    if (!isAllFree(run) || (!isQuoted && isWhole(run))) for (let at = run.from; at <= run.to; at++) found.add(at);
  return found;
}
