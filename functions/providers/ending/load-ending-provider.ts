import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { markTurns } from '../../../shared/stores/turns.ts';

type By = { readonly caller: Caller; readonly at: string };
type Ending = { readonly provider: Provider; readonly batchId: string };

/**
 * The provider's end, decided before its first customer is moved so that it gets no new ones meanwhile. One that has
 * been decided stands: the same day again is the same batch, another day is refused.
 */
export async function endingOf(
  providerId: string,
  lastDay: LocalDate,
  { caller, at }: By,
  deps: Deps,
): Promise<Result<Ending, 'provider-not-found' | 'provider-ending' | 'bad-request' | 'changed-meanwhile'>> {
  const { table } = deps;
  const stored = await providerStore(table).find(providerId);
  if (!stored) return refuse('missing', 'provider-not-found');
  const known = stored.entity.ending;
  if (known)
    return known.lastDay === lastDay
      ? accept({ provider: stored.entity, batchId: known.batchId })
      : refuse('conflict', 'provider-ending');
  if (lastDay < dateOf(at)) return refuse('invalid', 'bad-request', [{ at: 'body.lastDay', code: 'last-day-past' }]);

  const batchId = deps.newId('flytt');
  const by = caller.userId;
  const provider = { ...stored.entity, approvedTo: lastDay, ending: { batchId, lastDay, at, by } };
  const row = { event: 'provider-ending', providerId, refs: { batchId, lastDay } };
  const committed = await table.commit([
    providerStore(table).save(provider, stored),
    ...(await markTurns(deps, 'ENDED', providerId, { by, at })),
    journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
  ]);
  return committed === 'stale' ? refuse('conflict', 'changed-meanwhile') : accept({ provider, batchId });
}
