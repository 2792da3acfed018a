import type { Change, Table } from '../../../shared/ports/table.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Adjustment } from './adjustment.ts';
import { adjustmentStore } from './adjustment-store.ts';

/**
 * Saves an adjustment over the one that it takes the place of. The number of one that is dropped is taken by the last that
 * nobody has signed for, so that none is missing among those that are stated (contract-month, The row).
 */
export function adjustmentSaves(
  next: Adjustment,
  over: Stored<Adjustment> | undefined,
  all: readonly Stored<Adjustment>[],
  table: Table,
): readonly Change[] {
  const store = adjustmentStore(table);
  const last = all
    .filter(({ entity }) => entity.state === 'decided' && entity.n > next.n)
    .toSorted((one, other) => other.entity.n - one.entity.n)[0];
  if (next.state !== 'dropped' || !last) return [store.save(next, over)];
  return [store.save({ ...last.entity, n: next.n }, over), store.save({ ...next, n: last.entity.n }, last)];
}
