import { OwnUnit } from '../domain/own-unit.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from './stored.ts';

const keyOf = (id: string): Key => ({ pk: `UNIT#${id}`, sk: 'UNIT' });

/** Where the municipality's own units live. */
export const unitStore = (table: Table) => ({
  async find(id: string): Promise<Stored<OwnUnit> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(OwnUnit, item);
  },
  /** All there are, by the index alone. */
  async ids(): Promise<readonly string[]> {
    return (await table.queryIndex('g1', { pk: 'UNITS' })).items.map(({ at }) => at.sk);
  },
  /** Those that can be read, and the keys of those that cannot. */
  async readable(): Promise<ReadableItems<OwnUnit>> {
    const { items } = await table.queryIndex('g1', { pk: 'UNITS' });
    return readableAs(OwnUnit, await table.getMany(items));
  },
  save: (next: OwnUnit, over: Stored<OwnUnit> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.id), data: next, indexes: { g1: { pk: 'UNITS', sk: next.id } } },
  }),
});
