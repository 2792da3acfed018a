import * as z from 'zod';
import { Instant, Month } from '../../shared/domain/local-time.ts';
import { FileCounts } from './dry-run/file-counts.ts';

const Received = z.object({ documentId: z.string(), sha256: z.string(), bytes: z.int() });

/** What the provider handed in: the two files as they were received, and what the rules made of them. */
export const Submission = z
  .object({
    id: z.string(),
    version: z.int(),
    /** When the last required part reached the municipality (A59): the day that the limit asks about. */
    receivedAt: Instant,
    by: z.string(),
    late: z.boolean(),
    report: Received,
    deviations: Received,
    fileStatus: z.enum(['COMPLETE', 'INCOMPLETE']),
    errorCount: z.int(),
    counts: FileCounts.optional().meta({ description: 'What the files hold, counted; absent in older ones' }),
    /** The dry run with every error and trail, as a document. */
    dryRunId: z.string(),
    recordId: z.string(),
    paper: z
      .object({ paperId: z.string(), keyedBy: z.string(), confirmedBy: z.string() })
      .optional()
      .meta({ description: 'Of what came on paper: the paper, and the two who have keyed it' }),
    correctUntil: Instant.optional().meta({
      description: 'Of files with errors: until when a correction is waited for, before granted time is charged (A30)',
    }),
    cannotCorrect: z
      .object({ at: Instant, by: z.string(), comment: z.string().optional() })
      .optional()
      .meta({ description: 'That the provider has said that it cannot correct them' }),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;

const Signed = z.object({ recordId: z.string(), sha256: z.string(), at: Instant, by: z.string() });

/** One officer's share of a provider's month; signing it is conditional on its own count, nobody else's. */
export const Part = z
  .object({
    officerId: z.string(),
    submissionId: z.string(),
    lines: z.int(),
    undecided: z.int(),
    asked: z.int(),
    /** Answers that nobody has decided a line with yet; left out where there is none. */
    answered: z.int().optional(),
    report: Signed.optional(),
    /** Reports that were taken back, or sent back by the head, the last one last; the next one takes its place. */
    withdrawn: z
      .array(Signed.extend({ withdrawnAt: Instant, withdrawnBy: z.string(), comment: z.string() }))
      .optional(),
    /** Who has decided a line or signed a report here, whatever became of it since; they do not send the statement (A72). */
    decidedBy: z.array(z.string()).optional(),
  })
  .meta({ id: 'MonthPart' });
export type Part = z.infer<typeof Part>;

/** A settlement as it was signed: öre to invoice, or to claim back from the provider, and when that was done. */
const Settled = Signed.extend({
  pdfId: z.string(),
  basisId: z.string(),
  minutes: z.int(),
  toInvoiceOre: z.int(),
  claimOre: z.int(),
  claimed: z.object({ at: Instant, by: z.string() }).optional(),
});

/**
 * One provider's month.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> open: the month has ended
 *   open --> received: submitted, whole
 *   open --> incomplete: submitted, with errors
 *   incomplete --> received: corrected (a new version)
 *   incomplete --> incomplete: corrected in part
 *   open --> closed: never handed in, from the sixth working day (A81)
 *   closed --> received: handed in after all
 *   closed --> incomplete: handed in after all, with errors
 *   closed --> stated: every line decided, every part signed
 *   received --> stated: every part signed, the head sends the statement
 *   incomplete --> stated: faulty lines decided by code and comment (L-44)
 *   stated --> stated: files are filed, and become adjustments of a later month
 * ```
 */
export const ProviderMonth = z
  .object({
    month: Month,
    providerId: z.string(),
    state: z.enum(['open', 'received', 'incomplete', 'closed', 'stated']),
    submission: Submission.optional(),
    closed: z
      .object({ id: z.string(), at: Instant, by: z.string() })
      .optional()
      .meta({ description: 'Nothing was handed in, and an officer has laid its lines without (A81)' }),
    filed: Submission.optional().meta({
      description:
        'Files that came when a signed report, or the statement, stood in their way: they wait, or are a fact by which the month is adjusted (A30)',
    }),
    officers: z.array(z.string()),
    /** Which chunk of lines holds which cases: by officer and by the first and last case number in it. */
    chunks: z.array(z.object({ officerId: z.string(), n: z.int(), first: z.string(), last: z.string() })),
    orePerHour: z.int().optional(),
    statement: Signed.extend({
      pdfId: z.string(),
      basisId: z.string(),
      minutes: z.int(),
      amountOre: z.int(),
      /** What is invoiced once earlier months are adjusted, and what below zero is taken off the next. */
      invoicedMinutes: z.int().optional().meta({ description: 'Its own minutes and those of its adjustments' }),
      toInvoiceOre: z.int().optional(),
      carriedForwardOre: z.int().optional(),
    }).optional(),
    settlements: z.array(Settled).optional().meta({
      description: 'What was found out when no later month was to come, the last one last (After the close)',
    }),
  })
  .meta({ id: 'ProviderMonth' });
export type ProviderMonth = z.infer<typeof ProviderMonth>;

/** By which its lines are kept: what was handed in, or that nothing was; a month that is open has none. */
export const linesIdOf = ({ submission, closed }: Pick<ProviderMonth, 'submission' | 'closed'>): string | undefined =>
  submission?.id ?? closed?.id;
