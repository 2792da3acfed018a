import { ownerOf } from '../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { ThreadSide } from '../../shared/domain/thread.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';

/** The caller's side of a thread; one in which they take no part does not exist. */
export async function ownSide(
  threadId: string,
  caller: Caller,
  { table }: Deps,
): Promise<Result<Stored<ThreadSide>, 'thread-not-found'>> {
  const side = await threadStore(table).side(threadId, ownerOf(caller));
  return side ? accept(side) : refuse('missing', 'thread-not-found');
}
