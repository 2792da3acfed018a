import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type Deadline, isAskedOf } from '../../../shared/domain/deadline.ts';
import { dateOf, startOfDay } from '../../../shared/domain/local-time.ts';
import { ownerOf } from '../../../shared/domain/owner.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { calendarOf } from './calendar.ts';
import { type Feed, isFeedOpen } from './feed.ts';
import { feedStore } from './feed-store.ts';

/** More than any calendar shows at once. */
const atMost = 500;

/** The same for the same deadline in the same feed, and no way back to what it is about. */
const eventId = ({ code, subject }: Deadline, { salt }: Feed): string =>
  createHmac('sha256', salt)
    .update(JSON.stringify([code, Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('hex')
    .slice(0, 32);

/** Whether the person still has the role, at the provider or unit, that the feed was opened in. */
async function stillHolds({ userId, role, providerId, unitId }: Feed, date: string, table: Table): Promise<boolean> {
  const held = (await membershipStore(table).find(userId, role))?.entity;
  if (held === undefined || !isInForceOn(held, date)) return false;
  return held.providerId === providerId && held.unitId === unitId;
}

/**
 * A person's deadlines as a calendar reads them: when, and in the task's words what; no case and no name (E0). An
 * address that is unknown, closed, expired, or of somebody who has left answers as one that never was.
 *
 * The secret is in the path, since a calendar can send nothing else. It is held nowhere on the way: the API's access
 * log has the route as it is written, the front and the firewall keep no log and no samples, failures are logged by
 * entry. A change of those would let secrets into a log.
 */
export const readFeed = endpoint({
  summary: 'Read the deadlines behind a secret address, as iCalendar (RFC 5545)',
  path: z.object({ secret: z.string().max(100) }),
  answer: z.string(),
  answersAs: 'text/calendar',
  async run({ path, at }, { table }) {
    const today = dateOf(at);
    const feed = await feedStore(table).behind(path.secret);
    if (!feed || !isFeedOpen(feed, today) || !(await stillHolds(feed, today, table)))
      return refuse('missing', 'feed-not-found');
    const owner = ownerOf({ ...feed, caseload: feed.userId });
    const { items } = await deadlineStore(table).todo(owner, { limit: atMost });
    const deadlines = items.map(({ entity }) => entity).filter((one) => isAskedOf(one, feed));
    return done(
      calendarOf(
        deadlines.map((deadline) => ({ id: eventId(deadline, feed), deadline })),
        startOfDay(feed.openedOn),
      ),
    );
  },
});
