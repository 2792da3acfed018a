import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { feedStore } from './feed-store.ts';

/** Closes one's own calendar feed: its address is answered no more. Another person's answers as missing. */
export const closeFeed = endpoint({
  summary: 'Close a calendar feed',
  path: z.object({ feedId: z.string() }),
  answer: z.object({ feedId: z.string() }),
  async run({ path, caller }, { table }) {
    const feeds = feedStore(table);
    const feed = (await feeds.of(caller.userId)).find(({ entity }) => entity.feedId === path.feedId);
    if (!feed) return refuse('missing', 'feed-not-found');
    const row = { event: 'feed-closed', refs: { feedId: path.feedId } };
    return done({ feedId: path.feedId }, { saves: [feeds.close(feed)], rows: [row] });
  },
});
