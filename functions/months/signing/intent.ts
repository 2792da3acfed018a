import * as z from 'zod';
import { Instant, plusMinutes } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, Role } from '../../../shared/domain/roles.ts';

/** What somebody is about to sign: its SHA-256, for whom, until when. Spent once, with the record that it leads to. */
export const Intent = z.object({
  id: z.string(),
  kind: z.enum(['submission', 'report', 'statement']),
  /** What it is about: `2026-10/P1`, for a report also the officer. */
  subject: z.string(),
  userId: z.string(),
  role: Role,
  sha256: z.string(),
  /** What the first step was given, for the second to build the same content of. */
  given: z.record(z.string(), z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  spentAt: Instant.optional(),
});
export type Intent = z.infer<typeof Intent>;

/** Long enough to read a list of a hundred customers. */
const minutesToSign = 30;

export const intentUntil = (at: Instant): Instant => plusMinutes(at, minutesToSign);

/** Identity providers tell the second of a sign-in, not the part of it. */
const oneSecond = 1000;

/** The sign-in was made after the intent, and, when it was made for one, for this one. */
const isFresh = (intent: Intent, caller: Caller): boolean =>
  Date.parse(caller.signedInAt) + oneSecond > Date.parse(intent.createdAt) &&
  (caller.signedInFor === undefined || caller.signedInFor === intent.id);

export type IntentRefusal =
  | 'intent-not-found'
  | 'intent-spent'
  | 'intent-expired'
  | 'sign-in-not-fresh'
  | 'content-changed';

/** Spends an intent: by the same person in the same role, in time, freshly signed in, and on what was shown. */
export function spend(
  intent: Intent,
  by: {
    readonly caller: Caller;
    readonly at: Instant;
    readonly kind: Intent['kind'];
    readonly subject: string;
    readonly sha256: string;
  },
): Result<Intent, IntentRefusal> {
  const { caller, at } = by;
  const theirs = intent.userId === caller.userId && intent.role === caller.role;
  if (!theirs || intent.kind !== by.kind || intent.subject !== by.subject) return refuse('missing', 'intent-not-found');
  if (intent.spentAt !== undefined) return refuse('conflict', 'intent-spent');
  if (at > intent.expiresAt) return refuse('conflict', 'intent-expired');
  if (!isFresh(intent, caller)) return refuse('forbidden', 'sign-in-not-fresh');
  if (intent.sha256 !== by.sha256) return refuse('conflict', 'content-changed');
  return accept({ ...intent, spentAt: at });
}
