import { figuresOf, type Line } from '../lines/line.ts';

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
  contacts: line.contacts.map(({ with: who, at, by }) => ({ with: who, at, by })),
});

type About = {
  readonly municipality: string;
  readonly month: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly officerId: string;
  readonly submission: { readonly recordId: string; readonly version: number; readonly fileStatus: string };
  readonly comment: string;
};

/** The report that an officer hands over to the head: every line decided, the sums, and the officer's comment. */
export function reportContent(about: About, lines: readonly Line[]) {
  const rows = lines.map(reported);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    ...about,
    lines: rows,
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
