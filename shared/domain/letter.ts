import * as z from 'zod';
import { Instant, LocalDate } from './local-time.ts';
import { Owner } from './owner.ts';

/**
 * What a letter may carry. E0: no reference to a case. E1: case number, date, provider, link (S-24, A46).
 * E2, to internal addresses only: also minutes.
 */
export const LetterClass = z.enum(['E0', 'E1', 'E2']);

/** Numbered as in the table of notifications; M01 tells of a message inside the system, M02 is the morning digest. */
export const LetterKind = z.enum([
  ...(['N01', 'N02', 'N03', 'N04', 'N05', 'N07', 'N08', 'N09', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15'] as const),
  ...(['N17', 'N18', 'N19', 'N20', 'N21', 'N23', 'N24', 'N25', 'N26', 'N27', 'N28', 'N29', 'N30', 'N31'] as const),
  ...(['N32', 'N45', 'N47', 'M01', 'M02'] as const),
]);
export type LetterKind = z.infer<typeof LetterKind>;

/** The only values a letter is ever made of. There is no field for free text: nobody can be named in one. */
export const LetterFields = z.strictObject({
  municipality: z.string(),
  provider: z.string().optional(),
  caseNo: z.string().optional(),
  orderId: z.string().optional(),
  month: z.string().optional(),
  due: Instant.optional(),
  at: Instant.optional(),
  /** A day: of the first visit, of the switch, the last one served. */
  on: LocalDate.optional(),
  /** The days between which a switch may take place. */
  earliest: LocalDate.optional(),
  latest: LocalDate.optional(),
  /** How many: services not carried out, things that wait. */
  count: z.int().optional(),
  overdue: z.int().optional(),
  /** The provider that takes over, and how it is reached (E2, to home health care). */
  joining: z.string().optional(),
  contact: z.string().optional(),
  /** Of a ceiling, in its own unit: whole hours a month or customers (E2). */
  used: z.int().optional(),
  ceiling: z.int().optional(),
  codes: z.array(z.string()).optional(),
  link: z.string(),
  variant: z.string().optional(),
});
export type LetterFields = z.infer<typeof LetterFields>;

/**
 * `waiting → sending → sent → delivered`; after a crash in the middle of sending nobody knows, so a person is
 * `asked`; `blocked` when the guard found what must not leave; `dropped` when a person has told it otherwise;
 * `withheld` when it is about somebody with protected identity: it is then told inside the system instead.
 */
export const Letter = z.object({
  id: z.string(),
  kind: LetterKind,
  to: z.string(),
  fields: LetterFields,
  /** The case that it is about without saying so: whoever is protected causes no mail at all. */
  about: z.string().optional(),
  queuedAt: Instant,
  /** Whose inbox it is told in when it must not be mailed, and as which thread: letters to several tell one owner once. */
  inside: z.object({ owner: Owner, threadId: z.string() }).optional(),
  state: z.enum(['waiting', 'sending', 'sent', 'delivered', 'bounced', 'asked', 'blocked', 'dropped', 'withheld']),
  lease: z.object({ owner: z.string(), until: Instant }).optional(),
  /** Refused by the mail service, which has not taken it: how many times, why the last time, and when it is tried again. */
  putOff: z.object({ times: z.int(), because: z.enum(['TOO_FAST', 'QUOTA_SPENT']), until: Instant }).optional(),
  sentAt: Instant.optional(),
  blockedBy: z.array(z.string()).optional(),
});
export type Letter = z.infer<typeof Letter>;
