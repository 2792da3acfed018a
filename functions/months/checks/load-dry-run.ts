import type * as z from 'zod';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type DryRun, dryRun } from '../dry-run/dry-run.ts';
import type { FileRefusal } from '../dry-run/file-header.ts';
import { payRulesOf } from '../dry-run/pay-rules.ts';
import { providersReport } from '../formats/providers-report.ts';
import type { Basis } from '../load-basis.ts';
import type { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type FileVerdict, fileView } from './dry-run-view.ts';
import type { TwoOpened } from './load-files.ts';

/** The dry run on a basis and two files: the same rules for everybody, on any day. */
export async function judge(
  { month, provider, pack, orePerHour, cases }: Basis,
  files: TwoOpened,
): Promise<Result<DryRun, FileRefusal['code']>> {
  const report = await providersReport(files.report.source, { month, provider, pack });
  if (!report.ok) return report;
  return dryRun({
    rules: payRulesOf(pack),
    month,
    provider,
    cases,
    orePerHour,
    report: report.value,
    deviations: files.deviations.source,
  });
}

/** A dry run that was kept. It was written by this system and read by nobody else, so its shape is known. */
export async function readDryRun(id: string, deps: Deps): Promise<Result<DryRun, 'dry-run-not-found'>> {
  if (!(await deps.documents.find('documents', id))) return refuse('missing', 'dry-run-not-found');
  const pieces: Uint8Array[] = [];
  for await (const piece of deps.documents.read('documents', id)) pieces.push(piece);
  const run: DryRun = JSON.parse(Buffer.concat(pieces).toString());
  return accept(run);
}

/**
 * What is wrong with the file that was handed in, as a month's page shows it. It is kept with the month; of a
 * submission from before it was, or kept in another shape, the whole dry run is read for it.
 */
export async function verdictOf(
  { month, providerId, submission }: ProviderMonth,
  deps: Deps,
): Promise<z.infer<typeof FileVerdict> | undefined> {
  if (!submission) return undefined;
  const kept = await monthStore(deps.table).verdict(month, providerId, submission.id);
  if (kept) return kept;
  const run = await readDryRun(submission.dryRunId, deps);
  return run.ok ? fileView(run.value.file) : undefined;
}
