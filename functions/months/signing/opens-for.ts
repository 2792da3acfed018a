import type { Caller } from '../../../shared/domain/roles.ts';
import type { RecordKind } from '../../../shared/domain/signed-record.ts';

/** A signed record, as far as it matters who reads it; a report is of an officer's part. */
type Of = { readonly kind: RecordKind; readonly officerId?: unknown };

/**
 * Whether an officer, or the one whose deputy they are, has a case in a provider's month; other roles have all or none.
 */
export const hasPart = ({ role, caseload }: Caller, officers: readonly string[]): boolean =>
  role !== 'officer' || officers.includes(caseload);

/**
 * Who may read a record: those who may see all that it holds in its month, and nobody else. The head reads all; a
 * provider what is its own, which the officers' reports are not (L-34); an officer the month that they have a case in,
 * and of its reports their own. Who gets the totals alone (L-26) gets no record: it names cases.
 */
export function opensFor(caller: Caller, { kind, officerId }: Of, officers: readonly string[]): boolean {
  switch (caller.role) {
    case 'head':
      return true;
    case 'provider':
    case 'provider-manager':
      return kind !== 'report';
    case 'officer':
      return kind === 'report' ? officerId === caller.caseload : hasPart(caller, officers);
    default:
      return false;
  }
}
