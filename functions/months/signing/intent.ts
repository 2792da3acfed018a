import * as z from 'zod';
import { Instant, plusMinutes } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, type FreshSignIn, Role } from '../../../shared/domain/roles.ts';

/** What somebody is about to sign: its SHA-256, for whom, until when. Spent once, with the record that it leads to. */
export const Intent = z.object({
  id: z.string(),
  kind: z.enum(['submission', 'report', 'statement', 'settlement', 'agreement', 'attestation']),
  /** What it is about: `2026-10/P1`, for a report also the officer; a purchase and the agreement in it; an invoice. */
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

/** Identity providers give the second of a sign-in, not the part of it. */
const oneSecond = 1000;

/** How long after a sign-in it still signs, and how much a clock elsewhere may be before ours. */
const fiveMinutes = 300 * oneSecond;
const aMinute = 60 * oneSecond;

/** The sign-in was made for this intent and no other, after it, and a moment ago. */
const freshFor = (intent: Intent, { signIn }: Caller, at: Instant): FreshSignIn | undefined => {
  if (signIn?.madeFor !== intent.id) return undefined;
  const age = Date.parse(at) - Date.parse(signIn.at);
  const isAfter = Date.parse(signIn.at) + oneSecond > Date.parse(intent.createdAt);
  return isAfter && -aMinute <= age && age <= fiveMinutes ? signIn : undefined;
};

export type IntentRefusal =
  | 'intent-not-found'
  | 'intent-spent'
  | 'intent-expired'
  | 'sign-in-not-fresh'
  | 'content-changed';

/** Spends an intent: by the same person in the same role, in time, by a sign-in made for it, and on what was shown. */
export function spend(
  intent: Intent,
  by: {
    readonly caller: Caller;
    readonly at: Instant;
    readonly kind: Intent['kind'];
    readonly subject: string;
    readonly sha256: string;
  },
): Result<{ readonly intent: Intent; readonly signIn: FreshSignIn }, IntentRefusal> {
  const { caller, at } = by;
  const theirs = intent.userId === caller.userId && intent.role === caller.role;
  if (!theirs || intent.kind !== by.kind || intent.subject !== by.subject) return refuse('missing', 'intent-not-found');
  if (intent.spentAt !== undefined) return refuse('conflict', 'intent-spent');
  if (at > intent.expiresAt) return refuse('conflict', 'intent-expired');
  const signIn = freshFor(intent, caller, at);
  if (!signIn) return refuse('forbidden', 'sign-in-not-fresh');
  if (intent.sha256 !== by.sha256) return refuse('conflict', 'content-changed');
  return accept({ intent: { ...intent, spentAt: at }, signIn });
}
