import { dateOf, firstDay, type LocalDate, monthOf, plusMonths } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { markTurns } from '../../choices/door.ts';

type By = { readonly caller: Caller; readonly at: string };
type Decided = { readonly provider: Provider; readonly batchId: string; readonly effects: Effects };

/**
 * A bankruptcy is told when it has been (A14): its customers get another from the day after, in a month that has ended
 * too. What it means for months that are stated is asked case by case. Not further back than is looked after there.
 */
const earliestLastDay = (today: LocalDate): LocalDate => plusMonths(firstDay(monthOf(today)), -36);

/**
 * The provider's end, to be committed before its first customer is moved so that it gets no new ones meanwhile. One
 * that has been decided is final: the same day again is the same batch, another day is refused.
 */
export async function decideEnd(
  providerId: string,
  lastDay: LocalDate,
  { caller, at }: By,
  deps: Deps,
): Promise<Result<Decided, 'provider-not-found' | 'provider-ending' | 'bad-request'>> {
  const stored = await providerStore(deps.table).find(providerId);
  if (!stored) return refuse('missing', 'provider-not-found');
  const known = stored.entity.ending;
  if (known)
    return known.lastDay === lastDay
      ? accept({ provider: stored.entity, batchId: known.batchId, effects: {} })
      : refuse('conflict', 'provider-ending');
  if (lastDay < earliestLastDay(dateOf(at)))
    return refuse('invalid', 'bad-request', [{ at: 'body.lastDay', code: 'last-day-past' }]);

  const batchId = deps.newId('flytt');
  const by = caller.userId;
  const provider = { ...stored.entity, approvedTo: lastDay, ending: { batchId, lastDay, at, by } };
  const row = { event: 'provider-ending', providerId, refs: { batchId, lastDay } };
  const turns = await markTurns(deps, 'ENDED', providerId, { by, at });
  const saves = [providerStore(deps.table).save(provider, stored), ...turns];
  return accept({ provider, batchId, effects: { saves, rows: [row] } });
}
