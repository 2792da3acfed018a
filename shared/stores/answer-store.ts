import * as z from 'zod';
import { type Instant, plusHours } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';

/** The first answer to a write, kept a week so that the same request again gets it again. */
export const KeptAnswer = z.object({
  request: z.string(),
  status: z.number(),
  body: z.unknown(),
  version: z.number().optional(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const aWeek = 7 * 24;
const keyOf = (userId: string, route: string, idempotencyKey: string): Key => ({
  pk: `ANSWER#${userId}`,
  sk: `${route}#${idempotencyKey}`,
});

/** Where first answers live: by caller, route and the caller's own key. `request` is the SHA-256 of what was asked. */
export const answerStore = (table: Table) => ({
  async find(userId: string, route: string, key: string, at: Instant): Promise<KeptAnswer | undefined> {
    const item = await table.get(keyOf(userId, route, key));
    // Weeding is lazy in the cloud: an answer that has expired is no answer, whether or not it still stands there.
    return item && (item.expiresAt ?? at) > at ? KeptAnswer.parse(item.data) : undefined;
  },

  async keep(userId: string, route: string, key: string, answer: KeptAnswer, at: Instant): Promise<Change> {
    const place = keyOf(userId, route, key);
    const expired = await table.get(place);
    const item = { ...place, data: answer, expiresAt: plusHours(at, aWeek) };
    return { kind: 'put', over: expired?.version ?? 0, item };
  },
});
