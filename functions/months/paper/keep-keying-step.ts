import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Keying } from './keying.ts';
import type { Reading } from './paper.ts';

/** What somebody has keyed, kept before anything is made of it; again under an id of its own. */
export async function keepKeying(
  keying: Keying,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  { documents, newId }: Deps,
): Promise<Reading> {
  const keyingId = newId('avskrift');
  await documents.put('documents', keyingId, Buffer.from(JSON.stringify(keying)), 'application/json');
  return { by: caller.userId, role: caller.role, at, keyingId };
}
