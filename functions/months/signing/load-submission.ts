import type { Deadline } from '../../../shared/domain/deadline.ts';
import { endOfDay, type Instant, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { judge } from '../checks/load-dry-run.ts';
import { openKept, type TwoOpened } from '../checks/load-files.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { changesSigned } from '../filing/changes-signed.ts';
import type { FiledBecause } from '../filing/filed.ts';
import type { HandInRefusal } from '../hand-in-refusals.ts';
import type { Line } from '../lines/line.ts';
import { type Basis, basisOf } from '../load-basis.ts';
import { linesIdOf, type Part, type ProviderMonth } from '../month.ts';
import { linesInChunk, monthStore } from '../month-store.ts';
import { openingOf } from '../opening/opening.ts';
import { type SubmittedLines, submittedLines } from './handed-in.ts';
import { intentOf } from './load-intent.ts';
import { submissionContent } from './submission.ts';

type Standing = {
  readonly over: Stored<ProviderMonth> | undefined;
  /**
   * Read before the lines are: an officer who decides one meanwhile makes the submission lose, and be decided again.
   */
  readonly parts: readonly Stored<Part>[];
};

export type SubmissionDraft = Standing & {
  readonly basis: Basis;
  readonly files: TwoOpened;
  readonly run: DryRun;
  readonly content: ReturnType<typeof submissionContent>;
  readonly lines: SubmittedLines;
  /** Those of the submission that it takes the place of. */
  readonly earlier: readonly Line[];
  /** Why it is not taken in, but filed: what stands in its way, and whose signature that is. */
  readonly filed: { readonly because: FiledBecause; readonly officers: readonly string[] } | undefined;
};

/**
 * Whether a month may be handed in, or handed in again: after its end (A30). What comes after the statement is filed, and
 * becomes adjustments.
 */
export async function mayHandIn(
  month: Month,
  providerId: string,
  at: string,
  deps: Deps,
): Promise<Result<Standing, HandInRefusal>> {
  if (at < endOfDay(lastDay(month))) return refuse('conflict', 'month-not-ended');
  const months = monthStore(deps.table);
  const over = await months.find(month, providerId);
  return accept({ over, parts: await months.parts(month, providerId) });
}

/** The submission as it would be signed now: the files opened, judged, and said in one content. */
export async function draftSubmission(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  files: TwoOpened,
  at: string,
  deps: Deps,
): Promise<Result<SubmissionDraft>> {
  const standing = await mayHandIn(month, providerId, at, deps);
  if (!standing.ok) return standing;
  const basis = await basisOf(month, providerId, deps);
  if (!basis.ok) return basis;
  const run = await judge(basis.value, files);
  if (!run.ok) return run;
  const { provider, settings } = basis.value;
  const lines = await linesToLay(standing.value, basis.value, run.value, deps);
  const about = { municipality: settings.municipality, month, providerId, providerName: provider.name };
  const { report, deviations } = files;
  const content = submissionContent(about, { report: fileOf(report), deviations: fileOf(deviations) }, run.value);
  return accept({ ...standing.value, basis: basis.value, files, run: run.value, content, ...lines });
}

/** The lines that files make, over those that stand, and what of it an officer has signed for already. */
export async function linesToLay(
  { over, parts }: Standing,
  { provider, cases }: Basis,
  run: DryRun,
  deps: Deps,
): Promise<Pick<SubmissionDraft, 'lines' | 'earlier' | 'filed'>> {
  const laid = over && linesIdOf(over.entity);
  const earlier = laid ? await monthStore(deps.table).lines(laid) : [];
  const adjusting = (await adjustmentStore(deps.table).ofProvider(provider.id))
    .filter(({ entity }) => entity.state !== 'stated')
    .map(({ entity }) => entity.officerId);
  const lines = submittedLines(run, cases, { earlier, adjusting, inChunk: linesInChunk });
  const entities = parts.map(({ entity }) => entity);
  const officers = changesSigned(entities, earlier, lines.lines);
  if (over?.entity.state === 'stated') return { lines, earlier, filed: { because: 'statement-sent', officers } };
  return { lines, earlier, filed: officers.length > 0 ? { because: 'report-signed', officers } : undefined };
}

const fileOf = ({ document }: TwoOpened['report']) => ({ ...document, documentId: document.id });

/** What the caller's own intent to hand in says, drafted again of the files that it was made of. */
export async function intendedSubmission(
  intentId: string,
  month: Month,
  by: { readonly caller: Caller; readonly at: string },
  deps: Deps,
): Promise<Result<SubmissionDraft & { readonly shownAt: Instant; readonly draftTime: number | undefined }>> {
  const intent = await intentOf(intentId, by.caller, 'submission', deps);
  if (!intent.ok) return intent;
  const { report = '', deviations = '', reportIn, deviationsIn, draftTime: time } = intent.value.given;
  const kept = { report, deviations, ...(reportIn && deviationsIn ? { reportIn, deviationsIn } : {}) };
  const files = await openKept(kept, deps);
  if (!files.ok) return files;
  const of = { month, providerId: by.caller.providerId ?? '' };
  const draft = await draftSubmission(of, files.value, by.at, deps);
  const draftTime = time === undefined ? undefined : Number(time);
  return draft.ok ? accept({ ...draft.value, shownAt: intent.value.createdAt, draftTime }) : draft;
}

export type SubmissionPlan = {
  readonly of: { readonly month: Month; readonly providerId: string };
  readonly lines: SubmittedLines;
  /** The month's dates, with an officer's report each (D10, D12, D13). */
  readonly deadlines: readonly Deadline[];
};

/** The lines that a submission makes, over those that are stored, and the dates that it opens or meets. */
export function planSubmission({
  basis,
  lines,
}: Pick<SubmissionDraft, 'basis' | 'lines'>): Result<SubmissionPlan, 'not-in-routine'> {
  const { month, provider, pack } = basis;
  const opening = openingOf(month, provider.id, lines.officers, pack);
  if (!opening.ok) return refuse('conflict', 'not-in-routine');
  return accept({ of: { month, providerId: provider.id }, lines, deadlines: opening.value.deadlines });
}
