import type { Identity } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Warning } from '../../../shared/domain/why.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import type { Hit } from '../search/searching.ts';
import { samePersonRemarks, takenNumberWarning } from './known-number.ts';

type WritingIn = {
  readonly caseNo: string;
  readonly customer: Identity;
  /** Somebody has said that it is the same person as whoever has the number, under another name. */
  readonly samePerson: boolean | undefined;
  readonly caller: Caller;
  readonly at: Instant;
  readonly language: string;
};

async function hitsOf(caseNos: readonly string[], deps: Deps): Promise<readonly Hit[]> {
  const identities = identityStore(deps.table, deps.identityKeys);
  const found = await Promise.all(
    caseNos.map(async (caseNo): Promise<Hit | undefined> => {
      const stored = await caseStore(deps.table).find(caseNo);
      const { protected: hidden } = await identities.recognise(caseNo, []);
      return stored && { caseNo, officerId: stored.entity.officerId, protected: hidden };
    }),
  );
  return found.filter((hit) => hit !== undefined);
}

export type WrittenIn = {
  readonly saves: readonly Change[];
  readonly warnings: readonly Warning[];
  /** The person's other cases (A73). */
  readonly others: readonly string[];
  /** Whether nothing about the person may leave by mail, as it will be. */
  readonly isProtected: boolean;
};

/**
 * Writes in whom a case is about, with what there is to say (A73): that the person has other cases, or that the number is
 * somebody else's. Help does not wait for a number to be put right, and nobody is taken for the other by it.
 */
export async function writingIn(given: WritingIn, deps: Deps): Promise<WrittenIn> {
  const { caseNo, customer, samePerson, caller, at, language } = given;
  const identities = identityStore(deps.table, deps.identityKeys);
  const { changes, others, strangers, isProtected } = await identities.sealing(caseNo, customer, at, samePerson);
  const said = strangers.length > 0 ? [takenNumberWarning(await hitsOf(strangers, deps), caller, language)] : [];
  return {
    saves: changes,
    others,
    isProtected,
    warnings: [...said, ...samePersonRemarks(await hitsOf(others, deps), caller, language)],
  };
}
