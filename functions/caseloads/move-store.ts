import * as z from 'zod';
import type { Change, Item, Key, Table } from '../../shared/ports/table.ts';
import { dueKey } from '../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Move } from './moving/move.ts';

/** Which moves of an officer's cases have been begun, the last ones: two that begin at once meet here. */
const Begun = z.object({ ids: z.array(z.string()) });
const begunKey = (officerId: string): Key => ({ pk: `MOVE#${officerId}`, sk: 'BEGUN' });

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
  async begun(officerId: string): Promise<Stored<z.infer<typeof Begun>> | undefined> {
    const item = await table.get(begunKey(officerId));
    return item && storedAs(Begun, item);
  },
  saveBegun: (officerId: string, ids: readonly string[], over: Stored<z.infer<typeof Begun>> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...begunKey(officerId), data: { ids: [...ids] } },
  }),
  read: (item: Item): Stored<Move> => storedAs(Move, item),
});
