import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { FileName } from '../dry-run/file-errors.ts';

/** By which way a file came: chosen in the portal, in a mail, or made of what was filled in on a page (A59). */
export const DraftWay = z.enum(['PORTAL', 'MAIL', 'PAGE']);
export type DraftWay = z.infer<typeof DraftWay>;

/** One of the month's files as it waits: the bytes by their SHA-256, how many rows were read, and who sent it. */
const DraftFile = z
  .object({
    documentId: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    rows: z.int(),
    by: z.string(),
    way: DraftWay,
    at: Instant,
  })
  .meta({ id: 'DraftFile' });
export type DraftFile = z.infer<typeof DraftFile>;

/**
 * What waits for a manager's signature of a provider's month, and is no submission until then: received when it is
 * signed (A59). A later file takes the place of the earlier one of its kind.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> waiting: a file, or both
 *   waiting --> waiting: a corrected file, or the other one
 *   waiting --> signed: by the manager
 *   signed --> waiting: a corrected file
 * ```
 */
export const MonthDraft = z
  .object({
    month: Month,
    providerId: z.string(),
    state: z.enum(['waiting', 'signed']),
    /** How many times a file of the month has come as a draft. */
    time: z.int(),
    changedAt: Instant,
    report: DraftFile.optional(),
    deviations: DraftFile.optional(),
    fileStatus: z.enum(['COMPLETE', 'INCOMPLETE']),
    errorCount: z.int(),
    /** The dry run with every error and trail, as a document: of one file alone, what is wrong with that one. */
    dryRunId: z.string(),
  })
  .meta({ id: 'MonthDraft' });
export type MonthDraft = z.infer<typeof MonthDraft>;

/** Both files are there, so that it can be signed. */
export const isWhole = ({ report, deviations }: Pick<MonthDraft, 'report' | 'deviations'>): boolean =>
  report !== undefined && deviations !== undefined;

/** The other of the two, where one alone has come. */
export const missingFile = ({
  report,
  deviations,
}: Pick<MonthDraft, 'report' | 'deviations'>): FileName | undefined => {
  if (report === undefined) return 'report';
  return deviations === undefined ? 'deviations' : undefined;
};

export type GivenFiles = { readonly report?: DraftFile; readonly deviations?: DraftFile };

/** Nothing new: each file that is given waits already. */
export const isSameDraft = (before: MonthDraft, given: GivenFiles): boolean =>
  (['report', 'deviations'] as const).every(
    (name) => given[name] === undefined || given[name].sha256 === before[name]?.sha256,
  );

/** What waits once some files have come, over what waited before; what has been signed waits no more. */
export function draftOver(
  before: MonthDraft | undefined,
  of: Pick<MonthDraft, 'month' | 'providerId'>,
  given: GivenFiles,
  judged: Pick<MonthDraft, 'fileStatus' | 'errorCount' | 'dryRunId'>,
  at: Instant,
): MonthDraft {
  const waiting = before?.state === 'waiting' ? before : undefined;
  const [report, deviations] = [given.report ?? waiting?.report, given.deviations ?? waiting?.deviations];
  return {
    ...{ month: of.month, providerId: of.providerId, state: 'waiting', time: (before?.time ?? 0) + 1, changedAt: at },
    ...(report ? { report } : {}),
    ...(deviations ? { deviations } : {}),
    ...judged,
  };
}

/** Whether a signature takes a draft with it: all that waited when what is signed was shown. What came later waits on. */
export const isTaken = ({ state, changedAt }: MonthDraft, shownAt: Instant): boolean =>
  state === 'waiting' && changedAt <= shownAt;

/** What the journal keeps of a file that waits (A59): which bytes they were, and never what stands in them. */
export const draftedRow = (draft: MonthDraft, given: GivenFiles, mailId?: string) => ({
  event: 'month-drafted',
  month: draft.month,
  providerId: draft.providerId,
  refs: {
    time: draft.time,
    fileStatus: draft.fileStatus,
    errors: draft.errorCount,
    ...(given.report ? { reportSha256: given.report.sha256 } : {}),
    ...(given.deviations ? { deviationsSha256: given.deviations.sha256 } : {}),
    way: (given.report ?? given.deviations)?.way ?? 'PORTAL',
    ...(mailId === undefined ? {} : { mailId }),
  },
});
