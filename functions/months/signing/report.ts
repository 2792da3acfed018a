import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Adjustment } from '../adjusting/adjustment.ts';
import { figuresOf, type Line } from '../lines/line.ts';
import type { Part } from '../month.ts';
import type { OwnedRemark } from '../remarks/kept-remark.ts';

/** One line as an officer signs it (L-33, L-34): the three times, what is charged and why, and who decided (L-76). */
const reported = (line: Line) => ({
  caseNo: line.caseNo,
  granted: line.granted,
  ordered: line.ordered,
  performed: line.performed,
  absence: line.absence,
  submitted: line.submitted,
  proposed: line.proposal.charged,
  status: line.proposal.status,
  ...figuresOf(line),
  faults: line.proposal.faults,
  decision: line.decision?.kind ?? 'APPROVED',
  decidedBy: line.decision?.by ?? '',
  decidedAt: line.decision?.at ?? '',
  ...(line.decision?.comment ? { comment: line.decision.comment } : {}),
  ...(line.decision?.faultCode ? { faultCode: line.decision.faultCode } : {}),
  contacts: line.contacts.map(({ with: who, at, by, reason }) => ({
    with: who,
    at,
    by,
    ...(reason ? { reason } : {}),
  })),
});

type About = {
  readonly municipality: string;
  readonly month: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly officerId: string;
  readonly submission?: { readonly recordId: string; readonly version: number; readonly fileStatus: string };
  /** When it was closed, and by whom, where nothing was handed in (A81). */
  readonly notHandedIn?: { readonly closedAt: Instant; readonly closedBy: string };
  readonly comment: string;
  /** The report that was taken back, whose place this one takes. */
  readonly supersedes?: { readonly recordId: string; readonly sha256: string };
};

/** In öre, on top of what is stated by then: what other officers' rows of the same statement come to may move it by an öre. */
type AdjustmentInOre = Adjustment & { readonly amountOre: number };

/** What an officer has decided of a month that is stated, as it is signed with the next: numbered once it is stated. */
const adjusted = (one: AdjustmentInOre) => ({
  month: one.month,
  caseNo: one.caseNo,
  was: one.was,
  now: one.now,
  minutes: one.now - one.was,
  amountOre: one.amountOre,
  reason: one.because.join(' '),
  comment: one.comment,
  decidedBy: one.decidedBy,
  decidedAt: one.decidedAt,
});

/** So many of what is not answered are named, with so many rows each; the first number says how many there are. */
const [mostUnanswered, mostRows] = [50, 12];

/** What was seen in the officer's rows, and what of it is not answered as the report is signed. */
function remarksIn(remarks: readonly OwnedRemark[]) {
  const waiting = remarks.filter(({ answered }) => answered === undefined);
  return {
    seen: remarks.length,
    unanswered: waiting.length,
    waiting: waiting.slice(0, mostUnanswered).map(({ code, caseNo, rows }) => ({
      code,
      ...(caseNo ? { caseNo } : {}),
      rows: rows.slice(0, mostRows),
    })),
  };
}

type Beside = { readonly adjustments?: readonly AdjustmentInOre[]; readonly remarks?: readonly OwnedRemark[] };

/** The report that an officer hands over to the head: every line decided, the sums, and the officer's comment. */
export function reportContent(about: About, lines: readonly Line[], { adjustments = [], remarks = [] }: Beside = {}) {
  const rows = lines.map(reported);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    ...about,
    lines: rows,
    ...(adjustments.length > 0 ? { adjustments: adjustments.map(adjusted) } : {}),
    ...(remarks.length > 0 ? { remarks: remarksIn(remarks) } : {}),
    totals: {
      cases: rows.length,
      granted: sum(({ granted }) => granted),
      submitted: sum(({ submitted }) => submitted),
      charged: sum(({ charged }) => charged),
      topUp: sum(({ topUp }) => topUp),
      unpaid: sum(({ unpaid }) => Object.values(unpaid).reduce((minutes, some) => minutes + some, 0)),
      notApproved: rows.filter(({ decision }) => decision === 'REJECTED' || decision === 'ADJUSTED').length,
    },
  };
}

/**
 * So many withdrawals are shown beside a part, the latest; every one is in the journal, and its report in the chain.
 */
const mostWithdrawn = 20;

type Why = { readonly at: Instant; readonly by: string; readonly comment: string };

/** A part whose report is taken back: it is decided and signed again. What was taken back before is kept beside it. */
export function withdraw(
  { report, withdrawn = [], ...part }: Part,
  { at, by, comment }: Why,
): Result<{ readonly part: Part; readonly recordId: string }, 'report-not-signed'> {
  if (!report) return refuse('conflict', 'report-not-signed');
  const taken = { ...report, withdrawnAt: at, withdrawnBy: by, comment };
  return accept({
    part: { ...part, withdrawn: [...withdrawn, taken].slice(-mostWithdrawn) },
    recordId: report.recordId,
  });
}
