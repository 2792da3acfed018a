import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { legibleAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { ToldFact } from './told-fact.ts';

const prefix = 'TOLD#';
const keyOf = ({ orderId, id }: Pick<ToldFact, 'orderId' | 'id'>): Key => ({
  pk: `ORDER#${orderId}`,
  sk: `${prefix}${id}`,
});
const openOf = (providerId: string, month: Month): string => `${prefix}${providerId}#${month}`;

/** Where what the forms told of lives: beside the order; what nobody has settled is found by provider and month too. */
export const toldFactStore = (table: Table) => ({
  save: (next: ToldFact, over: Stored<ToldFact> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next),
      data: next,
      ...(next.settled
        ? {}
        : { indexes: { g1: { pk: openOf(next.providerId, next.month), sk: `${next.caseNo}#${next.id}` } } }),
    },
  }),

  async find(orderId: string, id: string): Promise<Stored<ToldFact> | undefined> {
    const item = await table.get(keyOf({ orderId, id }));
    return item && storedAs(ToldFact, item);
  },

  async ofOrder(orderId: string): Promise<readonly ToldFact[]> {
    const { items } = await table.query({ pk: `ORDER#${orderId}`, from: prefix, to: `${prefix}~` });
    return legibleAs(ToldFact, items);
  },

  /** What a provider's form of a month told of and nobody has settled, in the cases between two numbers. */
  async unsettled(
    providerId: string,
    month: Month,
    { first, until }: { readonly first?: string | undefined; readonly until?: string | undefined },
  ): Promise<readonly Stored<ToldFact>[]> {
    const found: Stored<ToldFact>[] = [];
    let after: string | undefined;
    do {
      const range = { ...(first ? { from: first } : {}), ...(until ? { to: until } : {}) };
      const page = await table.queryIndex('g1', { pk: openOf(providerId, month), ...range, limit: 500, after });
      found.push(...(await table.getMany(page.items)).map((item) => storedAs(ToldFact, item)));
      after = page.next;
    } while (after !== undefined);
    return found;
  },
});
