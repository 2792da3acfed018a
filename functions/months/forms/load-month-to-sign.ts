import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { readDryRun } from '../checks/load-dry-run.ts';
import { draftStore } from '../drafting/draft-store.ts';
import { draftFigures } from '../drafting/draft-view.ts';
import { isFormNeeded } from '../dry-run/no-form.ts';
import type { Terms } from '../load-basis.ts';
import type { MonthToSign } from './signature-pdf.ts';

type Refused = 'draft-not-found' | 'draft-not-whole' | 'dry-run-not-found';

/**
 * What waits to be signed of a month, and which time it had come. A time report without a form may be signed for: the page
 * then says that there were no deviations (A60). Refused where nothing waits, or a form alone.
 */
export async function loadMonthToSign(
  { month, provider, settings, pack }: Terms,
  deps: Deps,
): Promise<Result<{ readonly toSign: MonthToSign; readonly draftTime: number }, Refused>> {
  const draft = (await draftStore(deps.table).find(month, provider.id))?.entity;
  if (draft?.state !== 'waiting') return refuse('missing', 'draft-not-found');
  const { report, deviations, dryRunId, errorCount: errors, time: draftTime } = draft;
  if (!report) return refuse('conflict', 'draft-not-whole', [{ at: 'report', code: 'missing-field' }]);
  const run = await readDryRun(dryRunId, deps);
  if (!run.ok) return run;
  const { municipality } = settings;
  const of = { month, municipality, provider: { id: provider.id, name: provider.name } };
  const figures = draftFigures(run.value);
  return accept({
    toSign: { ...of, report, deviations, isFormNeeded: isFormNeeded(pack), figures, errors },
    draftTime,
  });
}
