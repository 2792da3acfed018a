import type { Letter } from '../../shared/domain/letter.ts';
import { ownerOf } from '../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Table } from '../../shared/ports/table.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';

/** A letter that is the caller's to see to: whoever is to phone, and any administrator; another's answers as missing. */
export async function ownLetter(
  letterId: string,
  caller: Caller,
  table: Table,
): Promise<Result<Stored<Letter>, 'letter-not-found'>> {
  const stored = await letterStore(table).find(letterId);
  const isTheirs = caller.role === 'administrator' || stored?.entity.phones === ownerOf(caller);
  return stored && isTheirs ? accept(stored) : refuse('missing', 'letter-not-found');
}
