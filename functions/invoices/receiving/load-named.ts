import { wordsOf } from '../../../shared/domain/name-forms.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import type { Invoice } from '../reading/invoice.ts';

/** An invoice of a month's totals has some dozens; what has more is not searched. */
const mostWords = 1000;
/** What an invoice refers to, some of which could be read as words. */
const reference = /\bU(?:-[0-9a-f]{4}){4}\b/gi;
/** A name has few; of a case that more lead to each is one name with each other. */
const mostOfName = 6;

/** The words of an invoice that could be in a name, in small letters, each once. */
function nameWordsIn({ texts }: Invoice): readonly string[] {
  const found = texts
    .filter(({ kind }) => kind !== 'figure')
    .flatMap(({ text }) => wordsOf(text.replaceAll(reference, ' ')));
  const words = found.filter((word) => /^\p{L}+$/u.test(word));
  return [
    ...new Set(words.flatMap((word) => (word.length > 3 && word.endsWith('s') ? [word, word.slice(0, -1)] : [word]))),
  ];
}

/**
 * What customers of some cases are called, as far as the invoice has their words (L-42): by keyed hashes, so that nobody
 * is opened. `too-much-text` where it has more words than are searched.
 */
export async function customersNamed(
  invoice: Invoice,
  caseNos: readonly string[],
  { table, identityKeys }: Pick<Deps, 'table' | 'identityKeys'>,
): Promise<readonly string[] | 'too-much-text'> {
  const words = nameWordsIn(invoice);
  if (words.length > mostWords) return 'too-much-text';
  const named = await identityStore(table, identityKeys).namedAmong(caseNos, words);
  return named.flatMap((all) => {
    const some = all.slice(0, mostOfName);
    const pairs = some.flatMap((one) => some.flatMap((other) => (one === other ? [] : [`${one} ${other}`])));
    return pairs.length > 0 ? pairs : some;
  });
}
