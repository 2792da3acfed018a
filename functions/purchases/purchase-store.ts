import * as z from 'zod';
import type { Change, Key, Page, Table } from '../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Purchase } from './purchase.ts';

const keyOf = (id: string): Key => ({ pk: `PURCHASE#${id}`, sk: 'PURCHASE' });
/** Which purchases a case has, beside it. */
const caseKey = (caseNo: string, id: string): Key => ({ pk: `CASE#${caseNo}`, sk: `PURCHASE#${id}` });

const watchKey = (id: string): Key => ({ pk: `PURCHASE#${id}`, sk: 'WATCH' });
const watchList = 'PURCHASES#watched';
const watchPlaceKey: Key = { pk: 'PURCHASES', sk: 'WATCH' };
const WatchPlace = z.object({ after: z.string().optional() });
type WatchPlace = z.infer<typeof WatchPlace>;

/** A purchase in a list, the order that it was asked for in. */
const listKey = (list: string, { requested, id }: Purchase): Key => ({ pk: list, sk: `${requested.at}#${id}` });

/** Whose purchases a list is of: those that a unit buys, those that a unit or a provider performs, or all. */
export type PurchaseList =
  | { readonly orderingUnitId: string }
  | { readonly receivingUnitId: string }
  | { readonly providerId: string }
  | 'all';

const all = 'PURCHASES';
const ordersOf = (unitId: string): string => `PURCHASES#by#${unitId}`;
const receiverList = ({ receiver }: Purchase): string =>
  receiver.unitId === undefined
    ? `PURCHASES#of#provider#${receiver.providerId ?? ''}`
    : `PURCHASES#of#unit#${receiver.unitId}`;

/** The most purchases of one case that are read at once. */
const mostOfCase = 200;

/** Where purchases live: by the unit that buys, by whoever performs, all of them, and beside their case. */
export const purchaseStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Purchase> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Purchase, item);
  },

  save: (next: Purchase, over: Stored<Purchase> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      indexes: {
        g1: listKey(ordersOf(next.orderingUnitId), next),
        g2: listKey(all, next),
        g3: listKey(receiverList(next), next),
      },
    },
  }),

  /** A new one is found by its case. */
  besideCase: ({ caseNo, id }: Purchase): Change => ({
    kind: 'put',
    over: 0,
    item: { ...caseKey(caseNo, id), data: { purchaseId: id } },
  }),

  /** One that goes on is looked at by the clock, until it is over. */
  watch: ({ id }: Pick<Purchase, 'id'>): Change => ({
    kind: 'put',
    over: 0,
    item: { ...watchKey(id), data: { purchaseId: id }, indexes: { g1: { pk: watchList, sk: id } } },
  }),
  unwatch: ({ id }: Pick<Purchase, 'id'>): Change => ({ kind: 'delete', key: watchKey(id), over: 1 }),
  /** The ids of those that are looked at, a page of them. */
  async watched(page: { limit: number; after?: string }): Promise<Page<string>> {
    const { items, next } = await table.queryIndex('g1', { pk: watchList, ...page });
    return { items: items.map(({ at }) => at.sk), ...(next ? { next } : {}) };
  },
  /** Where the clock's last look ended, where it did not come to the end. */
  async watchPlace(): Promise<Stored<WatchPlace> | undefined> {
    const item = await table.get(watchPlaceKey);
    return item && storedAs(WatchPlace, item);
  },
  saveWatchPlace: (next: WatchPlace, over: Stored<WatchPlace> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...watchPlaceKey, data: next },
  }),

  /** All that the case has had. */
  async ofCase(caseNo: string): Promise<readonly Stored<Purchase>[]> {
    const range = { pk: `CASE#${caseNo}`, from: 'PURCHASE#', to: 'PURCHASE#~', limit: mostOfCase };
    const { items } = await table.query(range);
    const ids = items.map(({ sk }) => sk.slice('PURCHASE#'.length));
    return readableAs(Purchase, await table.getMany(ids.map(keyOf))).items;
  },

  /** One page, the newest first. */
  async list(whose: PurchaseList, page: { limit: number; after?: string }): Promise<Page<Stored<Purchase>>> {
    const [index, pk] =
      whose === 'all'
        ? (['g2', all] as const)
        : 'orderingUnitId' in whose
          ? (['g1', ordersOf(whose.orderingUnitId)] as const)
          : 'receivingUnitId' in whose
            ? (['g3', `PURCHASES#of#unit#${whose.receivingUnitId}`] as const)
            : (['g3', `PURCHASES#of#provider#${whose.providerId}`] as const);
    const { items, next } = await table.queryIndex(index, { pk, descending: true, ...page });
    const found = await table.getMany(items);
    return { items: readableAs(Purchase, found).items, ...(next ? { next } : {}) };
  },
});
