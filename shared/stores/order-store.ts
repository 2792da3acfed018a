import { Order } from '../domain/order.ts';
import { closingDue } from '../domain/order-end.ts';
import { BadCursor, type Change, type Item, type Key, type Page, type Table } from '../ports/table.ts';
import { dueKey } from './due-index.ts';
import { readableAs, type Stored, storedAs } from './stored.ts';

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

/** A place among orders of several states: behind the one that was placed then. It moves with no change of state. */
const cursorAfter = (sk: string): string => Buffer.from(sk).toString('base64url');

function placeOf(cursor: string): string {
  const sk = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z#.+$/.test(sk) || cursorAfter(sk) !== cursor) throw new BadCursor('not a place');
  return sk;
}

/** Where orders live in the single table. The only file that spells an order's keys. */
export const orderStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Order> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Order, item);
  },

  /** Of a list: one that cannot be read is left out of it. */
  async findReadable(id: string): Promise<Stored<Order> | undefined> {
    return readableAs(Order, await table.getMany([keyOf(id)])).items[0];
  },

  save: (next: Order, over: Stored<Order> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.id), data: next, indexes: indexesOf(next) },
  }),

  read: (item: Item): Stored<Order> => storedAs(Order, item),

  /** Those of these ids that can be read. */
  async findAll(ids: readonly string[]): Promise<readonly Order[]> {
    return readableAs(Order, await table.getMany(ids.map(keyOf))).items.map(({ entity }) => entity);
  },

  /** A provider's that were placed in a time, in any of the states: from its first instant to before its last. */
  async placedIn(
    providerId: string,
    states: readonly Order['state'][],
    { from, until }: { readonly from: string; readonly until: string },
  ): Promise<readonly Order[]> {
    const found: Order[] = [];
    for (const state of states) {
      let after: string | undefined;
      do {
        const range = { pk: `ORDERS#${providerId}#${state}`, from, to: until, limit: 1000, after };
        const page = await table.queryIndex('g3', range);
        const orders = readableAs(Order, await table.getMany(page.items)).items.map(({ entity }) => entity);
        // An index lags: an order is counted by the state that it has.
        found.push(...orders.filter((order) => order.state === state));
        after = page.next;
      } while (after !== undefined);
    }
    return found;
  },

  /**
   * One page of those in any of the states, the newest first: the states' own lists, merged by when they were placed.
   * An order that changes state between two pages keeps its place, so it is neither left out nor listed twice.
   */
  async list(
    whose: Whose,
    states: readonly Order['state'][],
    { limit, after }: { limit: number; after?: string },
  ): Promise<Page<Stored<Order>>> {
    const [index, id] = 'officerId' in whose ? (['g1', whose.officerId] as const) : (['g3', whose.providerId] as const);
    const last = after === undefined ? undefined : placeOf(after);
    const lists = await Promise.all(
      states.map((state) =>
        // One more for the place itself, which a range takes with it, and one to know whether there is more.
        table.queryIndex(index, { pk: `ORDERS#${id}#${state}`, to: last, descending: true, limit: limit + 2 }),
      ),
    );
    const merged = lists
      .flatMap(({ items }) => items)
      .filter(({ at }) => at.sk !== last)
      .sort((a, b) => (a.at.sk < b.at.sk ? 1 : -1))
      // An index lags: an order on its way between two states may be in both.
      .filter(({ at }, place, all) => at.sk !== all[place - 1]?.at.sk);
    const page = merged.slice(0, limit);
    const orders = readableAs(Order, await table.getMany(page)).items;
    const lastOf = page.at(-1);
    return { items: orders, ...(merged.length > limit && lastOf ? { next: cursorAfter(lastOf.at.sk) } : {}) };
  },
});
