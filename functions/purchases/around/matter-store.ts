import type { Change, Key, Page, Table } from '../../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Matter, type MatterKind, matterIds } from './matter.ts';

const keyOf = ({ purchaseId, id }: Pick<Matter, 'purchaseId' | 'id'>): Key => ({
  pk: `PURCHASE#${purchaseId}`,
  sk: `AROUND#${id}`,
});

/** Where what goes on around a purchase lives: beside it. */
export const matterStore = (table: Table) => ({
  async find(purchaseId: string, id: string): Promise<Stored<Matter> | undefined> {
    const item = await table.get(keyOf({ purchaseId, id }));
    return item && storedAs(Matter, item);
  },
  save: (next: Matter, over: Stored<Matter> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next), data: next },
  }),
  /** One page, by kind and the newest of each first. */
  async list(
    purchaseId: string,
    what: MatterKind | undefined,
    page: { limit: number; after?: string },
  ): Promise<Page<Stored<Matter>>> {
    const from = `AROUND#${what === undefined ? '' : `${matterIds[what]}-`}`;
    const range = { pk: `PURCHASE#${purchaseId}`, from, to: `${from}~`, descending: true, ...page };
    const { items, next } = await table.query(range);
    return { items: readableAs(Matter, items).items, ...(next ? { next } : {}) };
  },
});
