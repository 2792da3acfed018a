import type * as z from 'zod';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type FileVerdict, fileView } from './dry-run-view.ts';
import { readDryRun } from './load-dry-run.ts';

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
