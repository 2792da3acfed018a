import * as z from 'zod';
import { Instant } from './local-time.ts';

/**
 * What a letter may carry. E0: no reference to a case. E1: case number, date, provider, link (S-24, A46).
 * E2, to internal addresses only: also minutes.
 */
export const LetterClass = z.enum(['E0', 'E1', 'E2']);

export const LetterKind = z.enum([
  'N01',
  'N02',
  'N03',
  'N08',
  'N12',
  'N13',
  'N14',
  'N15',
  'N17',
  'N18',
  'N19',
  'N20',
  'N21',
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
  dueOn: z.string().optional(),
  at: Instant.optional(),
  codes: z.array(z.string()).optional(),
  link: z.string(),
  variant: z.string().optional(),
});
export type LetterFields = z.infer<typeof LetterFields>;

/**
 * `waiting → sending → sent → delivered`; after a crash in the middle of sending nobody knows, so a person is
 * `asked`; `blocked` when the guard found what must not leave; `dropped` when a person has told it otherwise.
 */
export const Letter = z.object({
  id: z.string(),
  kind: LetterKind,
  to: z.string(),
  fields: LetterFields,
  queuedAt: Instant,
  state: z.enum(['waiting', 'sending', 'sent', 'delivered', 'bounced', 'asked', 'blocked', 'dropped']),
  lease: z.object({ owner: z.string(), until: Instant }).optional(),
  sentAt: Instant.optional(),
  blockedBy: z.array(z.string()).optional(),
});
export type Letter = z.infer<typeof Letter>;
