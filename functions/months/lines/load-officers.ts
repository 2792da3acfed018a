import type { Deps } from '../../../shared/ports/deps.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';

/** What the officers of a month are called, by their ids; who has no name is called by the id. */
export async function officerNames(ids: readonly string[], { table }: Deps): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)];
  const found = await Promise.all(wanted.map((id) => membershipStore(table).find(id, 'officer')));
  return Object.fromEntries(wanted.map((id, index) => [id, found[index]?.entity.name ?? id]));
}
