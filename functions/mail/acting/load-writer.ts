import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Mail } from '../mail.ts';

const small = (address: string | undefined): string | undefined => asciiAddress(address ?? '')?.toLowerCase();

/**
 * Who a provider's mail is by, in the journal: the person of its own whose address it is from, and where nobody has that
 * address the provider itself, by mail. Never the system: somebody has said it (S-30).
 */
export async function loadWriter(
  { providerId, released }: { readonly providerId: string; readonly released?: Mail['released'] },
  address: string,
  at: Instant,
  { table }: Deps,
): Promise<Caller> {
  // What was let through by a person proves nobody's address.
  const wanted = released ? undefined : small(address);
  for (const role of ['provider', 'provider-manager'] as const) {
    const members = wanted === undefined ? [] : await membershipStore(table).withRole(role, providerId);
    const own = members.find(
      (one) => one.providerId === providerId && isInForceOn(one, dateOf(at)) && small(one.email) === wanted,
    );
    if (own) return { userId: own.userId, role, caseload: own.userId, providerId };
  }
  return { userId: `epost-${providerId}`, role: 'provider', caseload: '', providerId };
}
