import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { errorCount } from '../dry-run/file-verdict.ts';
import type { Line } from '../lines/line.ts';
import type { Part, ProviderMonth, Submission } from '../month.ts';
import { handsIn } from './four-eyes.ts';
import { type Chunked, carryOver, chunksOf, linesOf, partOf, placesOf } from './submission.ts';

/** The lines of a submission: in pieces that fit an item, and split between its officers (L-30). */
export type SubmittedLines = {
  readonly lines: readonly Line[];
  readonly chunks: readonly Chunked[];
  readonly officers: readonly string[];
};

/**
 * The lines that a dry run proposes, with the decisions that still hold on those of an `earlier` submission. Officers who
 * have adjusted something of a month that is stated report it with this one, also without a line in it.
 */
export function submittedLines(
  run: DryRun,
  cases: readonly { readonly caseNo: string; readonly officerId: string }[],
  {
    earlier,
    adjusting,
    inChunk,
  }: {
    readonly earlier: readonly Line[];
    readonly adjusting: readonly string[];
    readonly inChunk: number;
  },
): SubmittedLines {
  const officerOf = new Map(cases.map((one) => [one.caseNo, one.officerId]));
  const lines = carryOver(linesOf(run, officerOf), earlier);
  const officers = [...new Set([...lines.map(({ officerId }) => officerId), ...adjusting])].sort();
  return { lines, chunks: chunksOf(lines, inChunk), officers };
}

type HandedIn = {
  readonly month: Month;
  readonly providerId: string;
  readonly orePerHour: number;
  readonly run: DryRun;
  readonly lines: SubmittedLines;
  /** The submission that this one takes the place of. */
  readonly earlier: Submission | undefined;
  /** When it was to be here (D10). */
  readonly due: Instant;
  /** Until when what is wrong in it may be corrected (D42). */
  readonly correctBy: Instant;
  readonly kept: Pick<Submission, 'id' | 'report' | 'deviations' | 'dryRunId' | 'recordId' | 'paper'>;
  readonly by: string;
  /** When it came in: of paper the day on its stamp. */
  readonly at: Instant;
};

export type MonthHandedIn = ProviderMonth & { readonly submission: Submission };

/** What is handed in, whether it is taken or filed. */
export function submissionOf(given: Omit<HandedIn, 'month' | 'providerId' | 'orePerHour' | 'lines'>): Submission {
  const { run, earlier, due, correctBy, kept, by, at } = given;
  const { status } = run.file;
  return {
    ...kept,
    version: (earlier?.version ?? 0) + 1,
    receivedAt: at,
    by,
    late: at > due,
    fileStatus: status,
    errorCount: errorCount(run.file),
    counts: { registrations: run.registrations, deviations: run.deviationCounts },
    // What comes in later is waited for by nobody (A30).
    ...(status === 'INCOMPLETE' && at <= correctBy ? { correctUntil: correctBy } : {}),
  };
}

/** A provider's month as handing it in leaves it: whole, or with errors to be corrected (L-24). */
export function monthHandedIn(given: HandedIn): MonthHandedIn {
  const { month, providerId, orePerHour } = given;
  return monthWith({ month, providerId }, submissionOf(given), given.lines, orePerHour);
}

/** The month as its lines are laid by a submission. What had been filed before it has no more to say. */
export function monthWith(
  of: Pick<ProviderMonth, 'month' | 'providerId'>,
  submission: Submission,
  { officers, chunks }: SubmittedLines,
  orePerHour: number,
): MonthHandedIn {
  return {
    ...of,
    state: submission.fileStatus === 'COMPLETE' ? 'received' : 'incomplete',
    submission,
    officers: [...officers],
    chunks: placesOf(chunks),
    orePerHour,
  };
}

/**
 * Each officer's part of a new submission: a signed one as it was. The next report still takes the place of one that was
 * taken back, and who had a hand in the month still has.
 */
export const partsHandedIn = (
  submissionId: string,
  { lines, officers }: SubmittedLines,
  old: readonly Part[],
): readonly Part[] =>
  officers.map((officerId) => {
    const before = old.find((part) => part.officerId === officerId);
    return {
      ...partOf(officerId, submissionId, lines),
      ...(before?.report ? { report: before.report } : {}),
      withdrawn: before?.withdrawn,
      decidedBy: [...handsIn(old)],
    };
  });

/** What the journal keeps of a submission (L-22). */
export const submittedRow = ({ month, providerId, submission }: MonthHandedIn) => ({
  event: 'month-submitted',
  month,
  providerId,
  refs: {
    submissionId: submission.id,
    version: submission.version,
    fileStatus: submission.fileStatus,
    errors: submission.errorCount,
    reportSha256: submission.report.sha256,
    deviationsSha256: submission.deviations.sha256,
    late: submission.late,
  },
});
