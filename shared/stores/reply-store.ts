import { createHash } from 'node:crypto';
import * as z from 'zod';
import { LetterKind } from '../domain/letter-kinds.ts';
import { ReplyAct } from '../domain/letters/reply-form.ts';
import { dateOf, Instant, plusDays, startOfDay } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** A letter that may be replied to: to whom it went, what it was about, and what has been done by a reply. */
export const Reply = z.object({
  letterId: z.string(),
  kind: LetterKind,
  /** The address that the letter went to, as it was written. */
  to: z.string(),
  providerId: z.string(),
  orderId: z.string().optional(),
  caseNo: z.string().optional(),
  month: z.string().optional(),
  sentAt: Instant,
  expiresAt: Instant,
  used: z.array(ReplyAct),
});
export type Reply = z.infer<typeof Reply>;

/** How long a letter may be replied to, in days. */
const openFor = 60;
export const replyUntil = (at: Instant): Instant => startOfDay(plusDays(dateOf(at), openFor));

/** Where reply addresses live: under the hash of their secret, which stands in the letter and nowhere else. */
const keyOf = (token: string): Key => ({
  pk: `REPLY#${createHash('sha256').update(token).digest('hex')}`,
  sk: 'REPLY',
});

export const replyStore = (table: Table) => ({
  open: (token: string, next: Reply): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(token), data: next, expiresAt: next.expiresAt },
  }),
  async behind(token: string): Promise<Stored<Reply> | undefined> {
    const item = await table.get(keyOf(token));
    return item && storedAs(Reply, item);
  },
  save: (token: string, next: Reply, over: Stored<Reply>): Change => ({
    kind: 'put',
    over: over.version,
    item: { ...keyOf(token), data: next, expiresAt: next.expiresAt },
  }),
});
