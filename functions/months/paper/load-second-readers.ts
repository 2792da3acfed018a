import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { responsibleOfficers } from './load-paper.ts';
import type { MonthPaper } from './paper.ts';
import { secondReaders } from './readers.ts';

/** Who may read a paper as the second person today, each once; nobody where somebody must be appointed first. */
export async function loadSecondReaders(
  paper: Pick<MonthPaper, 'month' | 'providerId' | 'keyedBy' | 'second'>,
  { at, keyer }: { readonly at: Instant; readonly keyer?: string | undefined },
  deps: Deps,
): Promise<readonly Membership[]> {
  const memberships = membershipStore(deps.table);
  const held = [...(await memberships.withRole('administrator')), ...(await memberships.withRole('officer'))];
  const people = held.filter((one) => isInForceOn(one, dateOf(at)));
  const may = secondReaders(paper, people, await responsibleOfficers(paper, deps), keyer);
  return may.filter(({ userId }, n) => may.findIndex((one) => one.userId === userId) === n);
}
