import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';

/** A provider that the caller may see to: its own people theirs, the municipality all; another's answers as missing. */
export async function ownProvider(
  providerId: string,
  caller: Caller,
  table: Table,
): Promise<Result<Provider, 'provider-not-found'>> {
  const isOthers = isProvidersRole(caller.role) && caller.providerId !== providerId;
  const provider = isOthers ? undefined : await providerStore(table).find(providerId);
  return provider ? accept(provider.entity) : refuse('missing', 'provider-not-found');
}
