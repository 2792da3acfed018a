import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { maskableIn } from './masking.ts';
import { namePairsIn } from './name-pairs.ts';

/** Whose case a mail is about, and which provider's customers it may name besides. */
type Whose = { readonly caseNo?: string | undefined; readonly providerId?: string | undefined };

/** How many leads of a pair of words are looked through, and how many of the cases that both lead to. */
const [mostLeads, mostCases] = [500, 20];

/**
 * Whether a name is that of a customer whom the provider has or has had. By keyed hashes alone: no identity is opened, so
 * there is nothing for the access log. Of others' customers nothing is asked, or whoever writes could try names by whether
 * they are hidden.
 */
async function isCustomerOf(providerId: string, pair: readonly string[], deps: Deps): Promise<boolean> {
  const { leads, more } = await identityStore(deps.table, deps.identityKeys).find(pair, mostLeads);
  const given = await Promise.all(
    leads.slice(0, mostCases).map(({ caseNo }) => assignmentStore(deps.table).ofCase(caseNo)),
  );
  const isTheirs = given.flat().some((one) => one.providerId === providerId);
  // A name that so many have is hidden rather than looked for further.
  return isTheirs || more || leads.length > mostCases;
}

/** Which words of a text are to be hidden: those of the case's own customer, and the names of the provider's others. */
export async function loadKnown(text: string, { caseNo, providerId }: Whose, deps: Deps): Promise<ReadonlySet<string>> {
  const words = maskableIn(text);
  const own = caseNo === undefined ? [] : await identityStore(deps.table, deps.identityKeys).knownAmong(caseNo, words);
  if (providerId === undefined) return new Set(own);
  const pairs = namePairsIn(text).filter((pair) => !pair.every((word) => own.includes(word)));
  const theirs = await Promise.all(
    pairs.map(async (pair) => ((await isCustomerOf(providerId, pair, deps)) ? pair : [])),
  );
  return new Set([...own, ...theirs.flat()]);
}
