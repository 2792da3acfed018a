import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import type { Receiver } from '../purchase-parts.ts';

type AskedOf = { readonly receivingUnitId?: string | undefined; readonly providerId?: string | undefined };

/** Whom help is asked of, as the municipality knows them: one, either a unit of its own or a provider. */
export async function askedReceiver(
  { receivingUnitId, providerId }: AskedOf,
  { table }: Pick<Deps, 'table'>,
): Promise<Result<Receiver, 'one-receiver' | 'unknown-unit' | 'unknown-provider'>> {
  if (receivingUnitId !== undefined && providerId === undefined) {
    const unit = await unitStore(table).find(receivingUnitId);
    if (unit) return accept({ unitId: receivingUnitId, kind: 'municipal' });
    return refuse('invalid', 'unknown-unit', [{ at: 'body.receivingUnitId', code: 'unknown-unit' }]);
  }
  if (receivingUnitId !== undefined || providerId === undefined)
    return refuse('invalid', 'one-receiver', [{ at: 'body.receivingUnitId', code: 'one-receiver' }]);
  const provider = await providerStore(table).find(providerId);
  if (provider) return accept({ providerId, kind: provider.entity.kind });
  return refuse('invalid', 'unknown-provider', [{ at: 'body.providerId', code: 'unknown-provider' }]);
}
