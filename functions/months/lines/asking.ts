import type { Line } from './line.ts';

/** Reasons that the papers settle by themselves: of these nobody who received the help can tell what happened (A68). */
const settledByPapers: ReadonlySet<string> = new Set(['OUT_OF_PERIOD', 'DUPLICATE', 'NOT_IN_FORCE', 'AFTER_DEATH']);

/** Whether something about the line is a question of what happened at the customer's. */
function isAboutWhatHappened({ proposal }: Pick<Line, 'proposal'>): boolean {
  const reasons = Object.keys(proposal.unpaid);
  // A faulty basis, or a form row that cannot be read, leaves open what happened.
  if (proposal.status === 'FAULTY' || reasons.length === 0) return true;
  return proposal.warnings.includes('FORM_ROW') || reasons.some((reason) => !settledByPapers.has(reason));
}

/**
 * Whom a line must be asked of before it is decided (L-32, A68): nobody where it matches, or where nothing was
 * submitted; else the provider, and the customer's side too where the reason is about what happened.
 */
export function asksOf(line: Pick<Line, 'submitted' | 'proposal'>): {
  readonly customer: boolean;
  readonly provider: boolean;
} {
  const provider = line.proposal.status !== 'MATCH' && line.submitted > 0;
  return { provider, customer: provider && isAboutWhatHappened(line) };
}
