import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';

const small = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : asciiAddress(address)?.toLowerCase();

/**
 * Who a provider's mail is by, in the journal: the person of its own whose address it is from, and where nobody has that
 * address the provider itself, by mail. Never the system: somebody has said it (S-30).
 */
export async function loadWriter(
  { address, providerId }: { readonly address: string | undefined; readonly providerId: string },
  at: Instant,
  { table }: Deps,
): Promise<Caller> {
  const wanted = small(address);
  for (const role of ['provider', 'provider-manager'] as const) {
    const members = wanted === undefined ? [] : await membershipStore(table).withRole(role, providerId);
    const own = members.find(
      (one) => one.providerId === providerId && isInForceOn(one, dateOf(at)) && small(one.email) === wanted,
    );
    if (own) return { userId: own.userId, role, caseload: own.userId, providerId };
  }
  return { userId: `epost-${providerId}`, role: 'provider', caseload: '', providerId };
}
