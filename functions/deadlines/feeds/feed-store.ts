import { createHash } from 'node:crypto';
import { endOfDay } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { readableAs, type Stored } from '../../../shared/stores/stored.ts';
import { Feed } from './feed.ts';

/** Where calendar feeds live: under the hash of their secret, and in their owner's list. */
const keyOf = (secret: string): Key => ({
  pk: `FEED#${createHash('sha256').update(secret).digest('hex')}`,
  sk: 'FEED',
});

type Kept = Stored<Feed> & { readonly key: Key };

export const feedStore = (table: Table) => ({
  open: (feed: Feed, secret: string): Change => ({
    kind: 'put',
    over: 0,
    item: {
      ...keyOf(secret),
      data: feed,
      indexes: { g1: { pk: `FEEDS#${feed.userId}`, sk: feed.feedId } },
      expiresAt: endOfDay(feed.expiresOn),
    },
  }),
  close: ({ key, version }: Kept): Change => ({ kind: 'delete', key, over: version }),

  async behind(secret: string): Promise<Feed | undefined> {
    const item = await table.get(keyOf(secret));
    return item && Feed.parse(item.data);
  },

  /** A person's own, in whatever role they were opened. */
  async of(userId: string): Promise<readonly Kept[]> {
    const { items } = await table.queryIndex('g1', { pk: `FEEDS#${userId}`, limit: 100 });
    return (await table.getMany(items)).flatMap((item) =>
      readableAs(Feed, [item]).items.map((stored) => ({ ...stored, key: { pk: item.pk, sk: item.sk } })),
    );
  },
});
