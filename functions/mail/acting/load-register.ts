import type { Deps } from '../../../shared/ports/deps.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
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
  return { exact, domains };
}
