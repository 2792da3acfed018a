import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { judge } from '../checks/load-dry-run.ts';
import { openDocument } from '../checks/load-files.ts';
import { basisOf } from '../load-basis.ts';
import type { Part, ProviderMonth } from '../month.ts';
import { monthWith } from '../signing/handed-in.ts';
import { linesToLay, planSubmission } from '../signing/load-submission.ts';
import { layingEffects } from '../signing/submission-step.ts';

/**
 * Files that waited for a report to be taken back are taken in, once nobody has signed for a line that they change (A30):
 * judged as the cases are known now. Undefined where none wait, or they still do.
 */
export async function takingFiled(
  over: Stored<ProviderMonth>,
  parts: readonly Stored<Part>[],
  at: Instant,
  deps: Deps,
): Promise<{ readonly effects: Effects; readonly officers: readonly string[] } | undefined> {
  const { month, providerId, filed } = over.entity;
  if (!filed) return undefined;
  const basis = await basisOf(month, providerId, deps);
  const report = await openDocument(filed.report.documentId, deps);
  const deviations = await openDocument(filed.deviations.documentId, deps);
  if (!basis.ok || !report || !deviations) return undefined;
  const run = await judge(basis.value, { report, deviations });
  if (!run.ok) return undefined;
  const laying = await linesToLay({ over, parts }, basis.value, run.value, deps);
  if (laying.filed) return undefined;
  const draft = { over, parts, basis: basis.value, files: { report, deviations }, run: run.value, ...laying };
  const plan = planSubmission(draft);
  if (!plan.ok) return undefined;
  const next = monthWith({ month, providerId }, filed, laying.lines, basis.value.orePerHour);
  const row = { event: 'filed-taken', month, providerId, refs: { submissionId: filed.id, version: filed.version } };
  const effects = together(await layingEffects(draft, plan.value, next, at, deps), { rows: [row] });
  return { effects, officers: next.officers };
}
