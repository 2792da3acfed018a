import type { Letter } from '../../shared/domain/letter.ts';
import type { Offer } from '../../shared/domain/letters/reply-form.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { capacityStore } from '../../shared/stores/capacity-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { offersOf } from './compose.ts';

/** Whether the routine asks a provider of its kind to confirm: one that is not asked is refused when it does. */
async function isAskedToConfirm(providerId: string, at: Instant, { table }: Pick<Deps, 'table'>): Promise<boolean> {
  const routine = await routineOn(table, dateOf(at));
  const provider = await providerStore(table).find(providerId);
  if (!routine.ok || !provider) return false;
  return (routine.value.pack.confirmation?.[provider.entity.kind] ?? 'NONE') !== 'NONE';
}

/**
 * What a letter offers the provider that gets it: never an answer that would be refused. One without a ceiling takes what
 * it is given (A58), and one that is not asked to confirm has nothing to confirm (S-28).
 */
export async function offersTo(
  { kind, fields }: Letter,
  providerId: string,
  at: Instant,
  deps: Pick<Deps, 'table'>,
): Promise<readonly Offer[]> {
  const offers = offersOf(kind, fields.variant);
  const refused: Offer[] = [];
  if (offers.includes('confirm') && !(await isAskedToConfirm(providerId, at, deps))) refused.push('confirm');
  const hasCeiling = async () => (await capacityStore(deps.table).find(providerId)) !== undefined;
  if (offers.includes('reject') && !(await hasCeiling())) refused.push('reject');
  return offers.filter((offer) => !refused.includes(offer));
}
