import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { openDocument } from '../checks/load-files.ts';
import { printSource } from '../formats/print-source.ts';
import type { BasisRefusal } from '../hand-in-refusals.ts';
import type { JudgedBy } from '../judged-by.ts';
import type { Line } from '../lines/line.ts';
import { figuresOf } from '../lines/line.ts';
import { basisOf } from '../load-basis.ts';
import { linesIdOf, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { judgedCases, type StatedTerms, type StateOfMonth } from './adjust-month.ts';
import type { Adjustment } from './adjustment.ts';
import type { FactKind } from './adjustment-rows.ts';
import { adjustmentStore } from './adjustment-store.ts';
import type { ToAdjust } from './to-adjust.ts';
import { type CaseFacts, factsKey, whatDiffers } from './what-differs.ts';

export type Adjusting = {
  readonly month: Stored<ProviderMonth>;
  readonly toAdjust: readonly ToAdjust[];
  readonly adjustments: readonly Stored<Adjustment>[];
};

const knownAs = (facts: CaseFacts): Promise<string> => sha256(factsKey(facts));

const isAsProposed = ({ proposal, decision }: Line): boolean =>
  (decision?.charged ?? proposal.charged) === proposal.charged;

/** The files of what was handed in, as they are kept; a month that was closed without any has none. */
async function filesOf(
  { month, providerId, submission }: ProviderMonth,
  { format }: JudgedBy,
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

/** What has changed of a stated month since it was handed in, case by case (contract-month, After the close). */
export async function adjustingOf(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  deps: Deps,
): Promise<Result<Adjusting, 'month-not-found' | 'statement-not-sent' | 'facts-not-kept' | BasisRefusal>> {
  const months = monthStore(deps.table);
  const stored = await months.find(month, providerId);
  if (!stored) return refuse('missing', 'month-not-found');
  const { statement, orePerHour } = stored.entity;
  const laid = linesIdOf(stored.entity);
  if (!statement || laid === undefined || orePerHour === undefined) return refuse('conflict', 'statement-not-sent');
  const kept = await months.basis(month, providerId, laid);
  if (!kept) return refuse('conflict', 'facts-not-kept');
  const now = await basisOf(month, providerId, deps);
  if (!now.ok) return now;
  const terms: StatedTerms = {
    ...{ rules: kept.rules, month, provider: kept.provider, orePerHour },
    notHandedIn: now.value.pack.params.notHandedIn,
  };
  const files = await filesOf(stored.entity, kept, deps);
  const before = await judgedCases({ cases: kept.cases, files }, terms);
  const after = await judgedCases({ cases: now.value.cases, files }, terms);
  // What was read when it was handed in is read again.
  if (!before.ok || !after.ok) throw new Error(`the files of ${month} ${providerId} can no longer be read`);
  const lines = new Map((await months.lines(laid)).map((line) => [line.caseNo, line]));
  const adjustments = await adjustmentStore(deps.table).ofProvider(providerId, month);
  const officers = new Map(now.value.cases.map(({ caseNo, officerId }) => [caseNo, officerId]));
  const toAdjust: ToAdjust[] = [];
  for (const caseNo of [...new Set([...before.value.keys(), ...after.value.keys()])].sort()) {
    const [was, is] = [before.value.get(caseNo), after.value.get(caseNo)];
    const line = lines.get(caseNo);
    const theirs = adjustments.filter(({ entity }) => entity.caseNo === caseNo);
    const latest = theirs
      .toSorted((one, other) => (one.entity.decidedAt < other.entity.decidedAt ? -1 : 1))
      .at(-1)?.entity;
    const known = await knownAs(is?.facts ?? noFacts);
    if (known === (latest?.known ?? (await knownAs(was?.facts ?? noFacts)))) continue;
    const standing = theirs.find(({ entity }) => entity.state === 'decided');
    const counted = theirs.filter((one) => one !== standing);
    const because = whatDiffers(was?.facts ?? noFacts, is?.facts ?? noFacts);
    const stood = counted.reduce(
      (sum, { entity }) => sum + entity.now - entity.was,
      line ? figuresOf(line).charged : 0,
    );
    const proposed = !line || isAsProposed(line) ? (is?.charged ?? 0) : undefined;
    // What comes to no minutes is no row, unless one that was decided is to be dropped for it.
    if (proposed === stood && !standing) continue;
    toAdjust.push({
      caseNo,
      officerId: officers.get(caseNo) ?? line?.officerId ?? '',
      was: stood,
      ...{ proposed, known, standing: standing?.entity },
      most: is?.granted ?? 0,
      // What was told and is undone again is as it was; what it was about is still the reason.
      because: because.length > 0 ? because : ((latest?.because ?? []) as readonly FactKind[]),
      why: is?.why ?? [],
    });
  }
  return accept({ month: stored, toAdjust, adjustments });
}

const noFacts: CaseFacts = { decided: undefined, report: undefined, form: undefined };
