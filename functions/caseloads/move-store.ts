import type { Change, Item, Key, Table } from '../../shared/ports/table.ts';
import { dueKey } from '../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Move } from './moving/move.ts';

const keyOf = (id: string): Key => ({ pk: `MOVE#${id}`, sk: 'MOVE' });

/** Where moves of cases live; one that is not finished falls due until it is. */
export const moveStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Move> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Move, item);
  },
  save: (next: Move, over: Stored<Move> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      ...(next.state === 'RUNNING' ? { indexes: { g2: dueKey('moves', next.askedAt, next.id) } } : {}),
    },
  }),
  read: (item: Item): Stored<Move> => storedAs(Move, item),
});
