import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { maskableIn } from './masking.ts';
import { namePairsIn } from './name-pairs.ts';

/**
 * Which customers a mail may name: those whose cases it is about or names, its provider's others, and where nothing is told
 * to whoever wrote it (`isUnproven`) any of the municipality's.
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
 * there is nothing for the access log. A provider is told nothing by others' customers, or it could try names.
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
