import { endOfDay, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { judge } from '../checks/load-dry-run.ts';
import type { TwoOpened } from '../checks/load-files.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { type Basis, basisOf } from '../load-basis.ts';
import type { Part, ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { submissionContent } from './submission.ts';

type Standing = {
  readonly over: Stored<ProviderMonth> | undefined;
  /** Read before the lines are: an officer who decides one meanwhile makes the submission lose, and be made anew. */
  readonly parts: readonly Stored<Part>[];
};

export type Draft = Standing & {
  readonly basis: Basis;
  readonly files: TwoOpened;
  readonly run: DryRun;
  readonly content: ReturnType<typeof submissionContent>;
};

/** Whether a month may be handed in, or handed in again: after its end, and until an officer has begun or signed. */
async function mayHandIn(month: Month, providerId: string, at: string, deps: Deps): Promise<Result<Standing>> {
  if (at < endOfDay(lastDay(month))) return refuse('conflict', 'month-not-ended');
  const months = monthStore(deps.table);
  const over = await months.find(month, providerId);
  const parts = await months.parts(month, providerId);
  if (!over?.entity.submission) return accept({ over, parts });
  if (over.entity.state === 'stated') return refuse('conflict', 'statement-sent');
  if (parts.some(({ entity }) => entity.report)) return refuse('conflict', 'report-signed');
  const begun = parts.some(({ entity }) => entity.undecided < entity.lines);
  // A whole submission stands once an officer has begun; one with errors may be corrected until the report is signed.
  return begun && over.entity.state === 'received'
    ? refuse('conflict', 'reconciliation-begun')
    : accept({ over, parts });
}

/** The submission as it would be signed now: the files opened, judged, and said in one content. */
export async function draftSubmission(
  month: Month,
  files: TwoOpened,
  by: { readonly caller: Caller; readonly at: string },
  deps: Deps,
): Promise<Result<Draft>> {
  const providerId = by.caller.providerId ?? '';
  const standing = await mayHandIn(month, providerId, by.at, deps);
  if (!standing.ok) return standing;
  const basis = await basisOf(month, providerId, deps);
  if (!basis.ok) return basis;
  const run = await judge(basis.value, files);
  if (!run.ok) return run;
  const { provider, settings } = basis.value;
  const about = { municipality: settings.municipality, month, providerId, providerName: provider.name };
  const { report, deviations } = files;
  const content = submissionContent(about, { report: fileOf(report), deviations: fileOf(deviations) }, run.value);
  return accept({ ...standing.value, basis: basis.value, files, run: run.value, content });
}

const fileOf = ({ document }: TwoOpened['report']) => ({ ...document, documentId: document.id });
