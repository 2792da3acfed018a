import type { Month } from '../../../shared/domain/local-time.ts';
import { ByteNames } from '../dry-run/byte-names.ts';
import { caseMonth } from '../dry-run/case-month.ts';
import type { CaseInMonth } from '../dry-run/granted.ts';
import type { TrailEntry } from '../dry-run/trail.ts';
import type { Line } from '../lines/line.ts';

/** By what a month is closed that nothing was handed in of: the pack's, as they are in the service month. */
export type ClosingTerms = {
  readonly month: Month;
  readonly grantedProRata: boolean;
  readonly notHandedIn: 'GRANTED' | 'NOTHING';
};

/** The one fault of a line that nothing was handed in of. */
export const notHandedInFault = 'NOT_HANDED_IN';

/** What is charged for a case that nothing was handed in of: the fall-back of what may be paid at all, or nothing (A81, L-44, A67). */
export function chargedUnreported(one: CaseInMonth, { month, grantedProRata, notHandedIn }: ClosingTerms) {
  const nothingSaid = { byCase: new Map(), unread: new Set<string>() };
  const { granted, fallBack, absenceDays } = caseMonth(one, nothingSaid, {
    month,
    proRata: grantedProRata,
    serviceNames: new ByteNames(),
  });
  return { granted, absenceDays, charged: notHandedIn === 'NOTHING' ? 0 : fallBack };
}

/** Why, in the words of its rule. */
export const whyUnreported = (charged: number): { readonly rule: string; readonly text: string } =>
  charged === 0
    ? { rule: 'L-43', text: 'Inget är inlämnat – inget betalas' }
    : { rule: 'L-44', text: 'Inget är inlämnat – beviljad tid debiteras' };

/** The reason for a line's minutes, where there are no rows to tell it. */
export const trailUnreported = ({ proposal: { charged } }: Line): readonly TrailEntry[] => [
  { minutes: charged, outcome: 'PAID', ...whyUnreported(charged) },
];

/** The lines of a month that nothing was handed in of, each at the officer whose case it is, to be decided by her (A81). */
export const unreportedLines = (
  cases: readonly (CaseInMonth & { readonly officerId: string })[],
  terms: ClosingTerms,
): readonly Line[] =>
  cases
    .map((one) => ({ one, ...chargedUnreported(one, terms) }))
    .map(({ one: { caseNo, officerId }, granted, absenceDays, charged }) => ({
      ...{ caseNo, officerId, granted, ordered: 0, performed: 0, absence: 0, submitted: 0 },
      ...(absenceDays > 0 ? { absenceDays } : {}),
      proposal: { charged, topUp: charged, status: 'FAULTY', unpaid: {}, faults: [notHandedInFault], warnings: [] },
      contacts: [],
      version: 1,
    }));
