import { Capacity } from '../domain/capacity.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

const keyOf = (providerId: string): Key => ({ pk: `CAPACITY#${providerId}`, sk: 'CEILING' });

/** Where what a provider with a ceiling has taken on is counted; one without a ceiling has no such item (L-73). */
export const capacityStore = (table: Table) => ({
  async find(providerId: string): Promise<Stored<Capacity> | undefined> {
    const item = await table.get(keyOf(providerId));
    return item && storedAs(Capacity, item);
  },
  async ofAll(providerIds: readonly string[]): Promise<ReadonlyMap<string, Capacity>> {
    const items = await table.getMany(providerIds.map(keyOf));
    return new Map(items.map((item) => Capacity.parse(item.data)).map((one) => [one.providerId, one]));
  },
  save: (next: Capacity, over: Stored<Capacity> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.providerId), data: next },
  }),
  withdraw: (over: Stored<Capacity>): Change => ({
    kind: 'delete',
    key: keyOf(over.entity.providerId),
    over: over.version,
  }),
});
