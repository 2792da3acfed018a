import { foldedText } from '../../../../shared/domain/folded-text.ts';

/** The words of a text in their order, as a neighbour might spell them: in one case and without signs over letters. */
const wordsIn = (text: string): readonly string[] =>
  foldedText(text)
    .text.toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** `Provdals` is of somebody called Provdal. */
const bare = (word: string): readonly string[] => (word.endsWith('s') ? [word, word.slice(0, -1)] : [word]);

type Name = { readonly first: string | undefined; readonly surnames: readonly string[]; readonly length: number };

/** A name's first word and its last, a double surname in all its parts. */
function partsOf(name: string): Name | undefined {
  const words = wordsIn(name);
  const last = wordsIn(name.trim().split(/\s+/).at(-1) ?? '');
  if (words.length === 0 || last.length === 0) return undefined;
  const surnames = [...new Set([...last, last.join('')])].filter((word) => word.length > 1);
  return { first: words.length > last.length ? words[0] : undefined, surnames, length: words.length };
}

/**
 * Says of a text whether it names one of these customers: `whole` when first name and surname stand near each other in
 * either order, `surname` when the surname stands alone.
 */
export function nameFinder(names: readonly string[]): (text: string) => 'whole' | 'surname' | undefined {
  const bySurname = new Map<string, Name[]>();
  for (const name of names.flatMap((one) => partsOf(one) ?? []))
    for (const surname of name.surnames) bySurname.set(surname, [...(bySurname.get(surname) ?? []), name]);
  if (bySurname.size === 0) return () => undefined;
  const inOne = new Set(
    [...bySurname].flatMap(([surname, all]) =>
      all.flatMap(({ first }) => (first === undefined ? [] : [`${first}${surname}`, `${surname}${first}`])),
    ),
  );

  return (text) => {
    const words = wordsIn(text);
    if (words.some((word) => bare(word).some((one) => inOne.has(one)))) return 'whole';
    let hasSurname = false;
    for (const [at, word] of words.entries())
      for (const name of bare(word).flatMap((one) => bySurname.get(one) ?? [])) {
        hasSurname = true;
        const near = words.slice(Math.max(0, at - name.length), at + name.length + 1);
        if (near.some((other) => bare(other).some((one) => one === name.first))) return 'whole';
      }
    return hasSurname ? 'surname' : undefined;
  };
}
