import { roles } from '../../../shared/domain/role-kinds.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { ownDomainOf } from '../addresses/own-domain.ts';
import { isSharedDomain } from '../addresses/shared-domains.ts';
import { plainAddress, type Register } from '../judging/sender.ts';

/** Every address and domain that stands for a provider today: what the municipality has written in, and what is proven. */
export async function loadRegister({ table }: Deps): Promise<Register> {
  const exact = new Map<string, ReadonlySet<string>>();
  const standsFor = (address: string, providerId: string) =>
    exact.set(address, new Set([...(exact.get(address) ?? []), providerId]));
  for (const { entity } of (await providerStore(table).readable()).items) {
    for (const written of [entity.email, ...(entity.contacts ?? []).map(({ email }) => email)]) {
      const address = plainAddress(written);
      if (address !== undefined) standsFor(address, entity.id);
    }
  }
  const domains = new Map<string, string>();
  for (const { address, domain, providerId } of await mailboxStore(table).proven()) {
    if (domain === undefined) standsFor(address, providerId);
    else domains.set(domain, providerId);
  }
  return { exact, domains, ours: await ownDomains(table) };
}

/** The domains of those who work for the municipality; where anybody may have an address, it has none. */
async function ownDomains(table: Table): Promise<ReadonlySet<string>> {
  const staff = await Promise.all(
    roles.filter((role) => !isProvidersRole(role)).map((role) => membershipStore(table).withRole(role)),
  );
  const domains = new Set(staff.flat().flatMap(({ email = '' }) => plainAddress(email)?.split('@').at(-1) ?? []));
  return new Set([...domains].flatMap((domain) => (isSharedDomain(domain) ? [] : (ownDomainOf(domain) ?? []))));
}
