import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { isTaken } from './draft.ts';
import { draftStore } from './draft-store.ts';

/** What waited for the signature that is made now, of what was shown at `shownAt`: it waits no more. */
export async function takingDraft(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  shownAt: Instant,
  { table }: Deps,
): Promise<Effects> {
  const stored = await draftStore(table).find(month, providerId);
  if (!stored || !isTaken(stored.entity, shownAt)) return {};
  return { saves: [draftStore(table).save({ ...stored.entity, state: 'signed' }, stored)] };
}
