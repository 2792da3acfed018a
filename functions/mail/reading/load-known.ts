import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { maskableIn } from './masking.ts';
import { namePairsIn } from './name-pairs.ts';

/**
 * MayBeNamed cases a mail is about or names, and which customers it may name besides: its provider's, and where nobody has
 * proven from whom it is (`isUnproven`) any of the municipality's.
 */
export type MayBeNamed = {
  readonly caseNos?: readonly string[];
  readonly providerId?: string | undefined;
  readonly isUnproven?: boolean;
};

/** How many leads of a pair of words are looked through, and how many of the cases that both lead to. */
const [mostLeads, mostCases] = [500, 20];
/** How many cases that a mail names are asked whose they are. */
const mostNamed = 10;

/**
 * Whether a name is that of a customer whom the provider has or has had. By keyed hashes alone: no identity is opened, so
 * there is nothing for the access log. Of others' customers nothing is asked for a provider, which is told what was
 * hidden, or it could try names; what nobody has proven is answered by nothing, and there any customer is hidden.
 */
async function isCustomer(
  pair: readonly string[],
  { providerId, isUnproven }: MayBeNamed,
  deps: Deps,
): Promise<boolean> {
  const { leads, more } = await identityStore(deps.table, deps.identityKeys).find(pair, mostLeads);
  if (isUnproven) return leads.length > 0 || more;
  const given = await Promise.all(
    leads.slice(0, mostCases).map(({ caseNo }) => assignmentStore(deps.table).ofCase(caseNo)),
  );
  const isTheirs = given.flat().some((one) => one.providerId === providerId);
  // A name that so many have is hidden rather than looked for further.
  return isTheirs || more || leads.length > mostCases;
}

/** Which words of a text are to be hidden: those of the cases' own customers, and the names of others. */
export async function loadKnown(text: string, whose: MayBeNamed, deps: Deps): Promise<ReadonlySet<string>> {
  const words = maskableIn(text);
  const identities = identityStore(deps.table, deps.identityKeys);
  const caseNos = [...new Set(whose.caseNos ?? [])].slice(0, mostNamed);
  const own = (await Promise.all(caseNos.map((caseNo) => identities.knownAmong(caseNo, words)))).flat();
  if (whose.providerId === undefined && !whose.isUnproven) return new Set(own);
  const pairs = namePairsIn(text).filter((pair) => !pair.every((word) => own.includes(word)));
  const theirs = await Promise.all(pairs.map(async (pair) => ((await isCustomer(pair, whose, deps)) ? pair : [])));
  return new Set([...own, ...theirs.flat()]);
}
