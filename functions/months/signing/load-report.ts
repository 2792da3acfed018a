import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Adjustment } from '../adjusting/adjustment.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { pricedRowsOf } from '../adjusting/load-stated-with.ts';
import { type Terms, termsOf } from '../load-basis.ts';
import { openPart, ownMonth } from '../load-month.ts';
import { linesIdOf, type Part, type Submission } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { remarksOfMonth } from '../remarks/load-remarks.ts';
import { reportContent } from './report.ts';

export const ReportWish = z.strictObject({
  comment: Remark.optional().meta({ description: 'What the officer says to the head' }),
});

export type ReportDraft = {
  readonly basis: Terms;
  readonly part: Stored<Part>;
  readonly adjustments: readonly Stored<Adjustment>[];
  readonly content: ReturnType<typeof reportContent>;
};

/** What the report rests on. */
const submissionIn = ({ recordId, version, fileStatus }: Submission) => ({ recordId, version, fileStatus });

/** The report of the officer whose cases they are, as it would be signed now; refused, with the cases named, while a line is undecided (L-33). */
export async function draftReport(
  of: { readonly month: Month; readonly providerId: string },
  comment: string,
  caller: Caller,
  deps: Deps,
): Promise<Result<ReportDraft>> {
  const month = await ownMonth(of, caller, deps);
  if (!month.ok) return month;
  const { submission, closed } = month.value.entity;
  const laid = linesIdOf(month.value.entity);
  const part = await openPart(of, caller.caseload, deps);
  if (!part.ok) return part;
  if (laid === undefined) return refuse('conflict', 'month-not-submitted');
  const lines = await monthStore(deps.table).lines(laid, caller.caseload);
  const undecided = lines.filter(({ decision }) => decision === undefined);
  if (undecided.length > 0)
    return refuse(
      'conflict',
      'lines-undecided',
      undecided.map(({ caseNo }) => ({ at: `lines.${caseNo}`, code: 'line-undecided' })),
    );
  const basis = await termsOf(of.month, of.providerId, deps);
  if (!basis.ok) return basis;
  const { provider, settings } = basis.value;
  const replaced = part.value.entity.withdrawn?.at(-1);
  const about = {
    municipality: settings.municipality,
    month: of.month,
    provider: { id: provider.id, name: provider.name },
    officerId: caller.caseload,
    ...(submission ? { submission: submissionIn(submission) } : {}),
    ...(closed ? { notHandedIn: { closedAt: closed.at, closedBy: closed.by } } : {}),
    comment,
    ...(replaced ? { supersedes: { recordId: replaced.recordId, sha256: replaced.sha256 } } : {}),
  };
  // Decided by then of months that are stated: they go with this one (contract-month, After the close).
  const all = await adjustmentStore(deps.table).ofProvider(of.providerId);
  const adjustments = all.filter(
    ({ entity }) => entity.state === 'decided' && entity.officerId === caller.caseload && entity.month < of.month,
  );
  const { adjustments: priced } = await pricedRowsOf(adjustments, all, of.providerId, deps.table);
  const remarks = await remarksOfMonth(month.value.entity, deps);
  const content = reportContent(about, lines, {
    adjustments: priced.map(({ entity, amountOre }) => ({ ...entity, amountOre })),
    remarks: remarks.filter(({ owners }) => owners.includes(caller.caseload)),
  });
  return accept({ basis: basis.value, part: part.value, adjustments, content });
}
