import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';

/**
 * A calendar that may read one person's deadlines, in the role they had when they opened it. The secret in its
 * address is known to nobody but them: what is kept is its SHA-256.
 */
export const Feed = z.object({
  feedId: z.string(),
  userId: z.string(),
  role: Role,
  providerId: z.string().optional(),
  unitId: z.string().optional(),
  openedOn: LocalDate,
  /** The last day on which it is answered. */
  expiresOn: LocalDate,
  /** Of the events' ids, so that they stay the same in a calendar and reveal nothing of what they are made of. */
  salt: z.string(),
});
export type Feed = z.infer<typeof Feed>;

/** A feed as its owner sees it; the secret was shown once and is never shown again. */
export const FeedView = Feed.pick({ feedId: true, role: true, openedOn: true, expiresOn: true }).meta({ id: 'Feed' });
export type FeedView = z.infer<typeof FeedView>;

/** More than anybody has calendars. */
export const mostFeeds = 10;

export const isFeedOpen = ({ expiresOn }: Feed, date: LocalDate): boolean => date <= expiresOn;
