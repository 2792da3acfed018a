import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { openDocument } from '../checks/load-files.ts';
import { printSource } from '../formats/print-source.ts';
import type { BasisRefusal } from '../hand-in-refusals.ts';
import type { JudgedBy } from '../judged-by.ts';
import { basisOf } from '../load-basis.ts';
import { linesIdOf, type ProviderMonth, type Submission } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { judgedCases, type StatedTerms, type StateOfMonth } from './adjust-month.ts';
import type { Adjustment } from './adjustment.ts';
import { adjustmentStore } from './adjustment-store.ts';
import { caseStanding } from './case-standing.ts';
import type { ToAdjust } from './to-adjust.ts';
import { type CaseFacts, factsKey, noFacts } from './what-differs.ts';

export type Adjusting = {
  readonly month: Stored<ProviderMonth>;
  readonly toAdjust: readonly ToAdjust[];
  /** The month’s other cases: no fact has reached them, or none that changes their minutes. */
  readonly others: readonly ToAdjust[];
  readonly adjustments: readonly Stored<Adjustment>[];
};

const knownAs = (facts: CaseFacts): Promise<string> => sha256(factsKey(facts));

/** The files of what was handed in, as they are kept; a month that was closed without any has none. */
export async function submittedFiles(
  { month, providerId }: ProviderMonth,
  submission: Submission | undefined,
  format: JudgedBy['format'],
  deps: Deps,
): Promise<StateOfMonth['files']> {
  if (!submission) return undefined;
  const report = await openDocument(submission.report.documentId, deps);
  const deviations = await openDocument(submission.deviations.documentId, deps);
  if (!report || !deviations) return undefined;
  const read = format ? await printSource(report.source, format, { month, providerId }) : accept(report.source);
  if (!read.ok) throw new Error(`the print of ${month} ${providerId} can no longer be read`);
  return { report: read.value, deviations: deviations.source };
}

export type AdjustingRefusal = 'month-not-found' | 'statement-not-sent' | 'facts-not-kept' | BasisRefusal;

/**
 * What has changed of a stated month since it was handed in, case by case (contract-month, After the close); as it is
 * stored, or `as` it will be.
 */
export async function adjustingOf(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  deps: Deps,
  as?: ProviderMonth,
): Promise<Result<Adjusting, AdjustingRefusal>> {
  const months = monthStore(deps.table);
  const found = await months.find(month, providerId);
  if (!found) return refuse('missing', 'month-not-found');
  const stored = as ? { ...found, entity: as } : found;
  const { statement, orePerHour } = stored.entity;
  const laid = linesIdOf(stored.entity);
  if (!statement || laid === undefined || orePerHour === undefined) return refuse('conflict', 'statement-not-sent');
  const kept = await months.basis(month, providerId, laid);
  if (!kept) return refuse('conflict', 'facts-not-kept');
  const now = await basisOf(month, providerId, deps);
  if (!now.ok) return now;
  const terms: StatedTerms = {
    ...{ rules: kept.rules, month, provider: kept.provider, orePerHour },
    notHandedIn: kept.notHandedIn ?? now.value.pack.params.notHandedIn,
  };
  const { submission, filed = submission } = stored.entity;
  const files = await submittedFiles(stored.entity, submission, kept.format, deps);
  const before = await judgedCases({ cases: kept.cases, files }, terms);
  // What has come after the statement is a fact as any other (`REPORT`, `FORM`, `HANDED_IN`).
  const { provider, pack } = now.value;
  const format = provider.format === undefined ? undefined : pack.reports?.[provider.format];
  const since = filed === submission ? files : await submittedFiles(stored.entity, filed, format, deps);
  const after = await judgedCases({ cases: now.value.cases, files: since }, terms);
  // What was read when it was handed in is read again.
  if (!before.ok || !after.ok) throw new Error(`the files of ${month} ${providerId} can no longer be read`);
  const lines = new Map((await months.lines(laid)).map((line) => [line.caseNo, line]));
  const adjustments = await adjustmentStore(deps.table).ofProvider(providerId, month);
  const officers = new Map(now.value.cases.map(({ caseNo, officerId }) => [caseNo, officerId]));
  const toAdjust: ToAdjust[] = [];
  const others: ToAdjust[] = [];
  for (const caseNo of [...new Set([...before.value.keys(), ...after.value.keys()])].sort()) {
    const [was, is] = [before.value.get(caseNo), after.value.get(caseNo)];
    const line = lines.get(caseNo);
    const one = caseStanding({
      ...{ caseNo, was, is, line, officerId: officers.get(caseNo) ?? line?.officerId ?? '' },
      adjustments: adjustments.flatMap(({ entity }) => (entity.caseNo === caseNo ? [entity] : [])),
      knownThen: await knownAs(was?.facts ?? noFacts),
      known: await knownAs(is?.facts ?? noFacts),
    });
    const { standing, proposed, was: stood } = one.toAdjust;
    // What comes to no minutes is no row, unless one that was decided is to be dropped for it.
    const isRow = one.reached && (proposed !== stood || standing !== undefined);
    (isRow ? toAdjust : others).push(one.toAdjust);
  }
  return accept({ month: stored, toAdjust, others, adjustments });
}
