import type { Deps } from '../../../shared/ports/deps.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { plain, type Register } from '../judging/sender.ts';

/** Every address that stands for a provider today. */
export async function loadRegister({ table }: Deps): Promise<Register> {
  const exact = new Map<string, Set<string>>();
  for (const { entity } of (await providerStore(table).readable()).items) {
    for (const written of [entity.email, ...(entity.contacts ?? []).map(({ email }) => email)]) {
      const address = plain(written);
      if (address !== undefined) exact.set(address, (exact.get(address) ?? new Set()).add(entity.id));
    }
  }
  return { exact, domains: new Map() };
}
