import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Page, Table } from '../../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { PurchaseBasis } from './basis.ts';

const keyOf = (id: string): Key => ({ pk: `BASIS#${id}`, sk: 'BASIS' });
const ownerIn = ({ receiver }: Pick<PurchaseBasis, 'receiver'>): string =>
  `${receiver.isUnit ? 'unit' : 'provider'}:${receiver.id}`;
/** That there is one of a month, performer and ordering unit; written once, so that there is one. */
const ofMonthKey = (month: Month, owner: string, orderingUnitId: string): Key => ({
  pk: `BASES#${month}`,
  sk: `BASIS#${owner}#${orderingUnitId}`,
});

/** Whose bases a list is of. */
export type BasisList = { readonly orderingUnitId: string } | { readonly performer: string } | 'all';

/** Where the bases of a month's bought hours live: one of a month, performer and ordering unit. */
export const basisStore = (table: Table) => ({
  async find(id: string): Promise<Stored<PurchaseBasis> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(PurchaseBasis, item);
  },

  /** Whether there is one. */
  async isThere(month: Month, owner: string, orderingUnitId: string): Promise<boolean> {
    return (await table.get(ofMonthKey(month, owner, orderingUnitId))) !== undefined;
  },

  /** The one of a month, performer and ordering unit. */
  async of(month: Month, owner: string, orderingUnitId: string): Promise<Stored<PurchaseBasis> | undefined> {
    const found = await table.get(ofMonthKey(month, owner, orderingUnitId));
    const id = found && (found.data as { readonly basisId: string }).basisId;
    return id === undefined ? undefined : this.find(id);
  },

  save: (next: PurchaseBasis, over: Stored<PurchaseBasis> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      indexes: {
        g1: { pk: `BASES#${next.month}#by#${next.orderingUnitId}`, sk: `${ownerIn(next)}` },
        g2: { pk: `BASES#${next.month}`, sk: `${next.orderingUnitId}#${ownerIn(next)}` },
        g3: { pk: `BASES#${next.month}#of#${ownerIn(next)}`, sk: next.orderingUnitId },
      },
    },
  }),

  /** A new one is found by its month, performer and ordering unit. */
  first: (next: PurchaseBasis): Change => ({
    kind: 'put',
    over: 0,
    item: { ...ofMonthKey(next.month, ownerIn(next), next.orderingUnitId), data: { basisId: next.id } },
  }),

  /** As it was accepted, kept for good before it is corrected. */
  keep: (accepted: PurchaseBasis): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `BASIS#${accepted.id}`, sk: `TIME#${String(accepted.time).padStart(4, '0')}`, data: accepted },
  }),

  /** A page of a month's. */
  async list(
    month: Month,
    whose: BasisList,
    page: { limit: number; after?: string },
  ): Promise<Page<Stored<PurchaseBasis>>> {
    const [index, pk] =
      whose === 'all'
        ? (['g2', `BASES#${month}`] as const)
        : 'performer' in whose
          ? (['g3', `BASES#${month}#of#${whose.performer}`] as const)
          : (['g1', `BASES#${month}#by#${whose.orderingUnitId}`] as const);
    const { items, next } = await table.queryIndex(index, { pk, ...page });
    const found = await table.getMany(items);
    return { items: readableAs(PurchaseBasis, found).items, ...(next ? { next } : {}) };
  },
});
