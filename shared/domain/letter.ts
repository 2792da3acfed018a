import * as z from 'zod';
import { LetterKind } from './letter-kinds.ts';
import { LetterFields } from './letters/letter-record.ts';
import { Instant } from './local-time.ts';
import { Owner } from './owner.ts';

/** Why a letter came back, or is as good as not read: each has its sentence (`returned-no-such-address`). */
export const ReturnReason = z.enum(['no-such-address', 'not-now', 'suppressed', 'refused', 'complaint']);
export type ReturnReason = z.infer<typeof ReturnReason>;

/**
 * `waiting → sending → sent → delivered`; after a crash in the middle of sending nobody knows, so a person is `asked`;
 * `blocked` when the guard found what must not leave; `dropped` when a person has informed in another way; `withheld`
 * when it is about somebody with protected identity: it is then said inside the system instead. One that came back is
 * `bounced`, one that its reader has called unwanted `complained`: somebody phones.
 */
export const Letter = z.object({
  id: z.string(),
  kind: LetterKind,
  to: z.string(),
  fields: LetterFields,
  /** The case that it is about without saying so: a protected customer causes no mail at all. */
  about: z.string().optional(),
  queuedAt: Instant,
  /**
   * Whose inbox it goes to when it must not be mailed, and as which thread: letters to several reach one owner once.
   */
  inside: z.object({ owner: Owner, threadId: z.string() }).optional(),
  state: z.enum([
    ...(['waiting', 'sending', 'sent', 'delivered', 'bounced', 'complained'] as const),
    ...(['asked', 'blocked', 'dropped', 'withheld'] as const),
  ]),
  lease: z.object({ owner: z.string(), until: Instant }).optional(),
  /** Refused by the mail service, which has not taken it: how many times, why the last time, and when it is tried again. */
  putOff: z.object({ times: z.int(), because: z.enum(['TOO_FAST', 'QUOTA_SPENT']), until: Instant }).optional(),
  sentAt: Instant.optional(),
  /** When the last report of it came, and why it came back. */
  heardAt: Instant.optional(),
  returned: ReturnReason.optional(),
  /** When what it was about was undone, since it never arrived (S-23). */
  heededAt: Instant.optional(),
  /** Who is to phone instead; the administrators where nobody is named. */
  phones: Owner.optional(),
  /** The provider's address that it proves: its link gets a secret when it is sent, and is kept nowhere. */
  proves: z.object({ providerId: z.string(), mailboxId: z.string() }).optional(),
  blockedBy: z.array(z.string()).optional(),
});
export type Letter = z.infer<typeof Letter>;
