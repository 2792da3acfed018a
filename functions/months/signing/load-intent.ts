import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Intent } from './intent.ts';
import { signingStore } from './signing-store.ts';

/** The caller's own intent of a kind, so that the content can be built again of what it was made of. */
export async function intentOf(
  intentId: string,
  caller: Caller,
  kind: Intent['kind'],
  deps: Deps,
): Promise<Result<Intent, 'intent-not-found'>> {
  const found = await signingStore(deps.table).intent(intentId);
  const theirs = found?.entity.userId === caller.userId && found.entity.kind === kind;
  return found && theirs ? accept(found.entity) : refuse('missing', 'intent-not-found');
}
