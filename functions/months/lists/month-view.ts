import type { Caller } from '../../../shared/domain/roles.ts';
import type { Part, ProviderMonth } from '../month.ts';

/**
 * A part as it is shown. Why a report was taken back is between its officer and the head; who has had a hand in the
 * month is asked of the head alone (A72).
 */
export function partFor({ withdrawn, decidedBy, ...part }: Part, { role, caseload }: Caller): Part {
  const isHead = role === 'head';
  const isTheirs = isHead || (role === 'officer' && part.officerId === caseload);
  return { ...part, ...(withdrawn && isTheirs ? { withdrawn } : {}), ...(decidedBy && isHead ? { decidedBy } : {}) };
}

/** A month as it is shown. Its chunks name cases, and go with the lines: an officer's own, the fee officer's none, who pages through all (L-26). */
export function monthFor(month: ProviderMonth, { role, caseload }: Caller): ProviderMonth {
  if (role === 'fee-officer') {
    // What a provider says of its files is between it and the officers.
    const submission = month.submission && { ...month.submission, cannotCorrect: undefined };
    return { ...month, submission, chunks: [] };
  }
  return role === 'officer' ? { ...month, chunks: month.chunks.filter((one) => one.officerId === caseload) } : month;
}
