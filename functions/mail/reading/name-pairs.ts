import { isGivenName } from './person-names.ts';

/** Pairs that are looked up, at most: nobody names more people in a reply. */
const mostPairs = 20;
const mostWords = 800;

const wordIn = /[\p{L}\p{M}]+/gu;
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const small = (word: string): string => word.toLocaleLowerCase('sv');
/** `Provssons` is Provsson's. */
const bare = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);

/** The words beside each other that could be somebody's names: both begin with a capital, or the first is a given name. */
export function namePairsIn(text: string): readonly (readonly [string, string])[] {
  const seen = text.normalize('NFC');
  const words = [...seen.matchAll(wordIn)].slice(0, mostWords);
  const pairs = new Map<string, readonly [string, string]>();
  const take = (one: string, other: string) => pairs.set(`${one} ${other}`, [one, other]);
  words.forEach(({ 0: first, index }, at) => {
    const next = words[at + 1];
    if (!next || first.length < 2 || next[0].length < 2 || pairs.size >= mostPairs) return;
    // `Anna Maj-Britt`, `Provsson, Anna`, and in a file's name or an address `Anna_Provsson`; nothing else stands within.
    const within = seen.slice(index + first.length, next.index);
    if (!/^(?:[ \u00a0]{1,2}|, |['’._+-])$/.test(within)) return;
    const [one, other] = [small(first), small(next[0])];
    const isName = (isCapital(first) && isCapital(next[0])) || isGivenName(within === ', ' ? other : one);
    if (!isName) return;
    take(one, other);
    if (bare(other) !== other && pairs.size < mostPairs) take(one, bare(other));
  });
  return [...pairs.values()];
}
