import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { FeedView, isFeedOpen } from './feed.ts';
import { feedStore } from './feed-store.ts';

/** The calendars that read one's own deadlines now, without their addresses. */
export const listFeeds = endpoint({
  summary: 'List the calendars that read your deadlines',
  answer: z.object({ items: z.array(FeedView) }),
  async run({ caller, at }, { table }) {
    const feeds = (await feedStore(table).of(caller.userId)).map(({ entity }) => entity);
    return done({ items: feeds.filter((feed) => isFeedOpen(feed, dateOf(at))) });
  },
});
