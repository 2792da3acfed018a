import type { Table } from '../../../shared/ports/table.ts';
import { moveStore } from '../move-store.ts';

/** The moves of an officer's cases that are not finished. */
export async function runningMoves(officerId: string, table: Table) {
  const moves = moveStore(table);
  const stored = await moves.begun(officerId);
  const found = await Promise.all((stored?.entity.ids ?? []).map((id) => moves.find(id)));
  return { stored, running: found.flatMap((one) => (one?.entity.state === 'RUNNING' ? [one.entity] : [])) };
}
