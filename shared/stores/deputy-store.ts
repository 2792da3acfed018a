import { Deputy, type DeputyRole } from '../domain/deputy.ts';
import type { Change, Key, Page, Table } from '../ports/table.ts';
import { legibleAs, type Stored, storedAs } from './stored.ts';

type Id = Pick<Deputy, 'forUserId' | 'deputyUserId' | 'role' | 'from'>;

const keyOf = ({ forUserId, deputyUserId, role, from }: Id): Key => ({
  pk: `USER#${deputyUserId}`,
  sk: `DEPUTY#${role}#${forUserId}#${from}`,
});

/** Where deputies live: beside the deputy's memberships, which every request reads. */
export const deputyStore = (table: Table) => ({
  save: (next: Deputy, over: Stored<Deputy> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next),
      data: next,
      indexes: {
        g1: { pk: 'DEPUTIES', sk: `${next.to}#${next.deputyUserId}#${next.forUserId}` },
        g3: { pk: `DEPUTIES#${next.forUserId}`, sk: `${next.to}#${next.deputyUserId}` },
      },
    },
  }),

  async find(id: Id): Promise<Stored<Deputy> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Deputy, item);
  },

  /** All that a person has been appointed to, in every role or in one. */
  async of(deputyUserId: string, role?: DeputyRole): Promise<readonly Deputy[]> {
    const from = `DEPUTY#${role ? `${role}#` : ''}`;
    const { items } = await table.query({ pk: `USER#${deputyUserId}`, from, to: `${from}~` });
    return items.map((item) => Deputy.parse(item.data));
  },

  /** Everybody's, or the deputies of one; the one that ends last comes first. */
  async list(forUserId: string | undefined, page: { limit: number; after?: string }): Promise<Page<Deputy>> {
    const [index, pk] =
      forUserId === undefined ? (['g1', 'DEPUTIES'] as const) : (['g3', `DEPUTIES#${forUserId}`] as const);
    const { items, next } = await table.queryIndex(index, { pk, descending: true, ...page });
    const deputies = legibleAs(Deputy, await table.getMany(items));
    return { items: deputies, ...(next ? { next } : {}) };
  },
});
