import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { isTaken } from './draft.ts';
import { draftStore } from './draft-store.ts';

/**
 * What waited for the signature that is made now, of what was shown at `shownAt`: it waits no more. Where it was the draft
 * itself that was shown, as it had come that `time`, one that has been replaced since is not signed: nobody has read it,
 * and what was read is no longer what is meant (A59).
 */
export async function takingDraft(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  { shownAt, time }: { readonly shownAt: Instant; readonly time: number | undefined },
  { table }: Deps,
): Promise<Result<Effects, 'draft-replaced' | 'draft-not-found'>> {
  const stored = await draftStore(table).find(month, providerId);
  if (time !== undefined && stored?.entity.state !== 'waiting') return refuse('missing', 'draft-not-found');
  if (time !== undefined && stored?.entity.time !== time) return refuse('conflict', 'draft-replaced');
  if (!stored || !isTaken(stored.entity, shownAt)) return accept({});
  return accept({ saves: [draftStore(table).save({ ...stored.entity, state: 'signed' }, stored)] });
}
