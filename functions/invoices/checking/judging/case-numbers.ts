import { foldedText } from '../../../../shared/domain/folded-text.ts';

const squashed = (text: string): string =>
  foldedText(text)
    .text.toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Words of a case number are seldom more; those of a longer one are found by its beginning and all. */
const mostParts = 6;

/** A bare number that is so many of something is no case's. */
const counted = /^\s*(?:min|h\b|tim|kr|öre|st\b|%|dagar)/i;

type Word = { readonly text: string; readonly from: number; readonly to: number };

function* wordsIn(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu))
    yield { text: word, from: index, to: index + word.length };
}

/** Words that stand together as the parts of one number do, from each place on: `A`, `A-1001`, `A-1001-x` … */
function* together(text: string, beginnings: ReadonlySet<string>): Generator<Word> {
  const words = [...wordsIn(text)];
  for (const [at, first] of words.entries()) {
    let joined = '';
    for (const [offset, word] of words.slice(at, at + mostParts).entries()) {
      const before = words[at + offset - 1];
      if (offset > 0 && before && !/^[\s.:_/-]{1,2}$/.test(text.slice(before.to, word.from))) break;
      joined += word.text;
      if (!beginnings.has(joined)) break;
      yield { text: joined, from: first.from, to: word.to };
    }
  }
}

/**
 * Says whether a text holds one of these case numbers, in any case and with any separators. One of digits alone is
 * looked for in words only (`isProse`), whole, and not where it counts something.
 */
export function caseNumberFinder(caseNumbers: readonly string[]): (text: string, isProse: boolean) => boolean {
  const known = new Set(caseNumbers.map(squashed));
  const beginnings = new Set(
    [...known].flatMap((one) => Array.from({ length: one.length }, (_, at) => one.slice(0, at + 1))),
  );
  return (text, isProse) => {
    const folded = foldedText(text).text.toLocaleLowerCase('sv');
    for (const one of together(folded, beginnings)) {
      if (!known.has(one.text)) continue;
      if (/\p{L}/u.test(one.text)) return true;
      const isWhole = one.to - one.from === one.text.length;
      if (isProse && isWhole && !counted.test(folded.slice(one.to, one.to + 40))) return true;
    }
    return false;
  };
}
