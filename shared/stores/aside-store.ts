import type { Instant } from '../domain/local-time.ts';
import { sha256 } from '../domain/sha256.ts';
import type { Change, Item, Key, Page, Table } from '../ports/table.ts';
import { type DueQueue, dueKey, dueQueues } from './due-index.ts';

/**
 * What could not be read, of what falls due. It is kept whole under its own key, in no list and in no index but this
 * one, until an administrator has said what is to become of it.
 */
const list = 'ASIDE';

/** Which kind of thing it was, and which one, without a word of it. */
export type Aside = { readonly asideId: string; readonly queue: DueQueue };

const idOf = async ({ pk, sk }: Key, queue: DueQueue): Promise<string> =>
  `${queue}-${(await sha256(`${pk}/${sk}`)).slice(0, 24)}`;

const asideOf = (asideId: string): Aside | undefined => {
  const queue = dueQueues.find((one) => asideId.startsWith(`${one}-`));
  return queue && { asideId, queue };
};

export const asideOfKey = async (key: Key, queue: DueQueue): Promise<Aside> => ({
  asideId: await idOf(key, queue),
  queue,
});

const bare = ({ pk, sk, data }: Item): Omit<Item, 'version'> => ({ pk, sk, data });

export const asideStore = (table: Table) => ({
  /** Out of every list and index, and never weeded: nothing of it is lost, and it is in nobody's way. */
  async setAside(item: Item, queue: DueQueue): Promise<Change> {
    const indexes = { g1: { pk: list, sk: await idOf(item, queue) } };
    return { kind: 'put', over: item.version, item: { ...bare(item), indexes } };
  },

  async find(asideId: string): Promise<(Aside & { readonly item: Item }) | undefined> {
    const { items } = await table.queryIndex('g1', { pk: list, from: asideId, to: asideId, limit: 1 });
    const aside = asideOf(asideId);
    const [item] = await table.getMany(items);
    return aside && item ? { ...aside, item } : undefined;
  },

  /** Due at once: the next sweep reads it again, and sets it aside again if it still cannot. */
  tryAgain: ({ asideId, queue, item }: Aside & { readonly item: Item }, at: Instant): Change => ({
    kind: 'put',
    over: item.version,
    item: { ...bare(item), indexes: { g2: dueKey(queue, at, asideId) } },
  }),
  /** It stays in its own place, and is nobody's to do. */
  leave: ({ item }: { readonly item: Item }): Change => ({ kind: 'put', over: item.version, item: bare(item) }),

  /** From the index alone: what they hold cannot be read. */
  async list(page: { limit: number; after?: string }): Promise<Page<Aside>> {
    const { items, next } = await table.queryIndex('g1', { pk: list, ...page });
    return { items: items.flatMap(({ at }) => asideOf(at.sk) ?? []), ...(next ? { next } : {}) };
  },
  /** How many wait for a person, as far as a list of them goes. */
  async count(limit = 100): Promise<number> {
    return (await table.queryIndex('g1', { pk: list, limit })).items.length;
  },
});
