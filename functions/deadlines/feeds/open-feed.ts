import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { dateOf, plusDays } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { type Feed, FeedView, isFeedOpen, mostFeeds } from './feed.ts';
import { feedStore } from './feed-store.ts';

const bits = 128;
const random = () => randomBytes(bits / 8).toString('base64url');

const Body = z.strictObject({
  days: z.int().min(1).max(365).default(180).meta({ description: 'How many days the address is answered' }),
});

/** A secret address at which a calendar reads the caller's deadlines. It is shown here, once, and never kept. */
export const openFeed = endpoint({
  summary: 'Open a secret address at which your calendar reads your deadlines',
  body: Body,
  answer: FeedView.extend({
    address: z.string().meta({ description: 'Shown once; whoever has it can read the feed' }),
  }),
  // An answer that is kept would be the secret that is kept.
  keepsAnswer: false,
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const today = dateOf(at);
    const open = (await feedStore(table).of(caller.userId)).filter(({ entity }) => isFeedOpen(entity, today));
    if (open.length >= mostFeeds) return refuse('conflict', 'too-many-feeds');
    const secret = random();
    const feed: Feed = {
      feedId: deps.newId('flode'),
      userId: caller.userId,
      role: caller.role,
      ...(caller.providerId ? { providerId: caller.providerId } : {}),
      ...(caller.unitId ? { unitId: caller.unitId } : {}),
      openedOn: today,
      expiresOn: plusDays(today, body.days),
      salt: random(),
    };
    const row = { event: 'feed-opened', refs: { feedId: feed.feedId } };
    return done(
      { ...FeedView.parse(feed), address: `${deps.portalUrl}/deadlines/calendar/${secret}` },
      { status: 201, saves: [feedStore(table).open(feed, secret)], rows: [row] },
    );
  },
});
