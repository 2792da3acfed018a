import { lapse } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { TwoOpened } from '../checks/load-files.ts';
import { payRulesOf } from '../dry-run/pay-rules.ts';
import { providersReport } from '../formats/providers-report.ts';
import type { Basis } from '../load-basis.ts';
import type { SubmissionPlan } from '../signing/load-submission.ts';
import { dryRunWithRemarks } from './dry-run-with-remarks.ts';
import { type KeptRemark, keptRemarks } from './kept-remark.ts';
import { ownedRemarks } from './load-remarks.ts';
import { remarkDates, whoAnswers } from './remark-dates-step.ts';
import { remarkStore } from './remark-store.ts';

/** Which cases live together is known of a municipality's own file alone. */
const noHouseholds: ReadonlyMap<string, string> = new Map();

type HandedIn = { readonly basis: Basis; readonly files: TwoOpened };

async function seenIn({ basis, files }: HandedIn): Promise<readonly KeptRemark[]> {
  const { month, provider, pack, cases, orePerHour } = basis;
  const report = await providersReport(files.report.source, { month, provider, pack });
  if (!report.ok) throw new Error('a report that was judged can no longer be read');
  const terms = { rules: payRulesOf(pack), month, provider, cases, orePerHour };
  const looked = await dryRunWithRemarks(
    { ...terms, report: report.value, deviations: files.deviations.source },
    noHouseholds,
  );
  if (!looked.ok) throw new Error('files that were judged can no longer be read');
  return keptRemarks(looked.value);
}

/**
 * What is seen in the rows of every month that is handed in, kept before the submission is, and a date for each officer
 * who has some of it to answer (D54): the files are read once more, with memory for their rows, only when they are signed
 * for. Never a figure of it.
 */
export async function remarksHandedIn(
  submissionId: string,
  { basis, files, of, lines, deadlines }: HandedIn & SubmissionPlan,
  at: Instant,
  { table }: Deps,
): Promise<{ readonly before: readonly Effects[]; readonly deadlines: readonly MovedDeadline[] }> {
  const remarks = await seenIn({ basis, files });
  const officerOf = new Map(lines.lines.map(({ caseNo, officerId }) => [caseNo, officerId]));
  const owned = await ownedRemarks(of, remarks, officerOf, table);
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const dueAt = deadlines.find(({ code }) => code === 'D13')?.dueAt;
  return {
    before: remarkStore(table)
      .keep(of, submissionId, remarks)
      .map((change) => ({ saves: [change] })),
    deadlines: remarkDates(of, whoAnswers(owned), { standing, end: lapse, dueAt, at }),
  };
}
