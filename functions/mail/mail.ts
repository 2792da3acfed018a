import * as z from 'zod';
import { ReplyAct } from '../../shared/domain/letters/reply-form.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { Owner } from '../../shared/domain/owner.ts';

/** Why a mail is kept from acting: in words on the page, never more than this in a log. */
export const StopReason = z.enum([
  'infected',
  'not-scanned',
  /** Scanned, and an hour later nobody has told to whom it came. */
  'no-envelope',
  'service-veto',
  'too-large',
  'unreadable',
  'too-many-parts',
  /** What it is read by stands there twice, or in a way that two readers read as two things. */
  'doubtful-headers',
  'two-senders',
  'not-signed',
  'signature-bad',
  'partly-signed',
  'old',
  'unknown-sender',
  'shared-domain-without-token',
  'token-of-another',
  'dns-silent',
]);
export type StopReason = z.infer<typeof StopReason>;

/** Something that a provider says in a mail, as it was understood. */
export const MailAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), canStartOn: LocalDate.optional() }),
  z.object({ act: z.literal('start'), on: LocalDate }),
  z.object({ act: z.literal('reject'), reason: z.string(), isCapacity: z.boolean() }),
  z.object({
    act: z.literal('not-executed'),
    services: z.array(z.object({ code: z.string(), reason: z.string() })).max(50),
  }),
]);
export type MailAct = z.infer<typeof MailAct>;

export const Envelope = z.object({
  from: z.string(),
  to: z.array(z.string()).max(100),
  remoteAddress: z.string().optional(),
  helo: z.string().optional(),
  /**
   * When it came by the clock of the world: other people's signatures are made by that, however far ahead the machine's
   * own has been moved. In the cloud the two are one.
   */
  arrivedAt: Instant.optional(),
});

/**
 * A mail that has come in.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> arriving: laid, or scanned, and the other word not heard
 *   arriving --> waiting: both are there
 *   arriving --> quarantined: one alone for an hour
 *   waiting --> waiting: DNS does not answer
 *   waiting --> quarantined: not from whom it says, or it cannot be read
 *   waiting --> noted: an automatic reply, a report of delivery
 *   waiting --> repeated: the same content has come before
 *   waiting --> acted: understood, and done
 *   waiting --> asked: from a provider, and a person must read it
 *   quarantined --> waiting: released
 *   quarantined --> refused
 *   asked --> handled
 * ```
 */
export const Mail = z.object({
  id: z.string(),
  receivedAt: Instant,
  state: z.enum(['arriving', 'waiting', 'quarantined', 'noted', 'repeated', 'acted', 'asked', 'refused', 'handled']),
  /** The raw message: in *incoming*, and among the documents once somebody must see it. */
  file: z
    .object({ bucket: z.enum(['incoming', 'documents']), id: z.string(), sha256: z.string(), bytes: z.int() })
    .optional(),
  /** Where it was laid as it came; what is infected, or not scanned, is not read even for its sum. */
  laidAs: z.string().optional(),
  envelope: Envelope.optional(),
  /** What the mail service says of it; only where there is one. */
  verdicts: z.record(z.string(), z.string()).optional(),
  scan: z.enum(['CLEAN', 'INFECTED', 'NOT_SCANNED']).optional(),
  /** When it is looked at again, and how many times it has been put off. */
  wakesAt: Instant.optional(),
  times: z.int().optional(),

  /** Whom it claims to be from, and its own words: what reads as a person is masked. */
  claims: z.string().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  /** What it says in another of its readings, where the two do not come to the same. */
  otherText: z.string().optional(),
  masked: z.boolean().optional(),
  /** The files that came with it: in the raw message, by their place in it. */
  files: z
    .array(z.object({ name: z.string(), type: z.string(), bytes: z.int(), isShown: z.boolean().optional() }))
    .max(20)
    .optional(),
  stopped: StopReason.optional(),
  /** Whom it is from, once that is proven or somebody has answered for it. */
  providerId: z.string().optional(),
  orderId: z.string().optional(),
  caseNo: z.string().optional(),
  month: z.string().optional(),
  letterId: z.string().optional(),
  owner: Owner.optional(),
  /** What was understood, and how much of it has been done. */
  acts: z.array(MailAct).optional(),
  done: z.array(ReplyAct).optional(),
  /** Why it waits for a person: a code of its own or the refusal of what it asked for. */
  because: z.string().optional(),
  released: z.object({ by: z.string(), at: Instant, reason: z.string(), providerId: z.string() }).optional(),
  settled: z.object({ by: z.string(), at: Instant, reason: z.string() }).optional(),
});
export type Mail = z.infer<typeof Mail>;
