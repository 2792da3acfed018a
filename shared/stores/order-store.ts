import type { Instant } from '../domain/local-time.ts';
import { Order } from '../domain/order.ts';
import { closingDue } from '../domain/order-end.ts';
import type { Change, Item, Key, Page, Table } from '../ports/table.ts';
import { dueKey, dueOnes } from './due-index.ts';
import { type Stored, storedAs } from './stored.ts';

const keyOf = (id: string): Key => ({ pk: `ORDER#${id}`, sk: 'ORDER' });

/**
 * Orders by the officer they are of, and by the provider that sees them, the newest first when read backwards; and by
 * when they are to be closed, while that is to come.
 */
function indexesOf(order: Order) {
  const due = closingDue(order);
  return {
    g1: { pk: `ORDERS#${order.officerId}#${order.state}`, sk: `${order.placedAt}#${order.id}` },
    g3: { pk: `ORDERS#${order.providerId}#${order.state}`, sk: `${order.placedAt}#${order.id}` },
    ...(due ? { g2: dueKey('orders', due, order.id) } : {}),
  };
}

export type Whose = { readonly officerId: string } | { readonly providerId: string };

/** Where orders live in the single table. The only file that spells an order's keys. */
export const orderStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Order> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Order, item);
  },

  save: (next: Order, over: Stored<Order> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.id), data: next, indexes: indexesOf(next) },
  }),

  /** Those whose last day has passed, from the watermark on; a page at a time. */
  async due(at: Instant, limit: number): Promise<readonly Item[]> {
    return table.getMany(await dueOnes(table, 'orders', at, limit));
  },
  read: (item: Item): Stored<Order> => storedAs(Order, item),

  /** One page, the newest first. */
  async list(
    whose: Whose,
    state: Order['state'],
    page: { limit: number; after?: string },
  ): Promise<Page<Stored<Order>>> {
    const [index, id] = 'officerId' in whose ? (['g1', whose.officerId] as const) : (['g3', whose.providerId] as const);
    const { items, next } = await table.queryIndex(index, { pk: `ORDERS#${id}#${state}`, descending: true, ...page });
    const orders = (await table.getMany(items)).map((item) => storedAs(Order, item));
    return { items: orders, ...(next ? { next } : {}) };
  },
});
