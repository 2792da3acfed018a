import * as z from 'zod';
import { LetterKind } from './letter-kinds.ts';
import { LetterFields } from './letters/letter-record.ts';
import { Instant } from './local-time.ts';
import { Owner } from './owner.ts';

/**
 * One side of a conversation inside the system: what is in one owner's inbox. A thread has one such side for each owner
 * that takes part; a notice from the system has a single one.
 */
export const ThreadSide = z.object({
  threadId: z.string(),
  owner: Owner,
  others: z.array(Owner),
  caseNo: z.string().optional(),
  /** The first words of it, or the kind of notice: what the inbox shows. */
  title: z.string(),
  lastAt: Instant,
  unread: z.int().min(0),
});
export type ThreadSide = z.infer<typeof ThreadSide>;

/** What was said, by a person or by the system; written once. A notice has the words of its letter kind. */
export const Message = z.object({
  id: z.string(),
  threadId: z.string(),
  at: Instant,
  from: z.object({ owner: z.string(), userId: z.string() }),
  text: z.string().optional(),
  notice: z.object({ kind: LetterKind, fields: LetterFields }).optional(),
});
export type Message = z.infer<typeof Message>;
