import type { CaseMonth } from './case-month.ts';
import type { ErrorCode } from './file-errors.ts';
import type { KeptTrail } from './kept-trail.ts';
import type { Ledger } from './ledger.ts';
import type { PayRules } from './pay-rules.ts';
import {
  notReported,
  overGranted,
  paidEntries,
  rowEntry,
  type TrailEntry,
  topUpEntry,
  type UnpaidReason,
  wrongBasis,
} from './trail.ts';
import type { TrailRow } from './trail-rows.ts';
import { outcomeCount, paying, RowOutcome } from './visit-outcome.ts';

/**
 * What the officer should know of a case: a visit that did not come about and that no form row is about, more than
 * granted without a reported need (L-45), a form row that cannot be read, or a municipal provider's sums (A51).
 */
type CaseWarning = 'UNEXPLAINED' | 'NEED_NOT_TOLD' | 'FORM_ROW' | ErrorCode;

/** What would be charged for one case, in whole minutes. Always: submitted + topUp = charged + Σ unpaid. */
export type CaseFigures = {
  readonly caseNo: string;
  readonly granted: number;
  /** Ordered minutes of all readable rows. */
  readonly ordered: number;
  /** Paid minutes of visits that were performed, and of those that were not. */
  readonly performed: number;
  readonly absence: number;
  readonly submitted: number;
  readonly charged: number;
  /** Charged minutes of a faulty case beyond what its rows show (L-44). */
  readonly topUp: number;
  readonly status: 'MATCH' | 'MISMATCH' | 'FAULTY';
  /** Reasons above 0 only. */
  readonly unpaid: Readonly<Partial<Record<UnpaidReason, number>>>;
  readonly faults: readonly ErrorCode[];
  readonly warnings: readonly CaseWarning[];
};

/**
 * Figures and their explanation. Over the trail: Σ PAID = performed + absence + topUp, Σ of each reason = unpaid of
 * that reason, and charged = Σ PAID − OVER_GRANTED − WRONG_BASIS: those two take back, for the case as a whole, what
 * rows had been paid.
 */
export type CaseVerdict = CaseFigures & KeptTrail;

const reasons: readonly (readonly [UnpaidReason, readonly RowOutcome[]])[] = [
  ['OUT_OF_PERIOD', [RowOutcome.outOfPeriod]],
  ['DUPLICATE', [RowOutcome.duplicate]],
  ['DOUBLE_STAFFING', [RowOutcome.doubleStaffing]],
  ['NOT_ORDERED', [RowOutcome.notOrdered]],
  ['NOT_IN_FORCE', [RowOutcome.notInForce]],
  ['HOSPITAL', [RowOutcome.hospital]],
  ['ABSENT', [RowOutcome.absent]],
  ['AFTER_DEATH', [RowOutcome.afterDeath, RowOutcome.beyondOrdered]],
  ['NOTICE_GIVEN', [RowOutcome.noticeGiven]],
  ['NO_DEVIATION_ROW', [RowOutcome.noDeviationRow]],
];

/** Draws the verdict on a case from what the ledger holds of it. */
export function caseFigures(number: number, of: CaseMonth, ledger: Ledger, rules: PayRules): CaseFigures {
  const minutesOf = (outcome: RowOutcome): number => ledger.minutesBy[number * outcomeCount + outcome] ?? 0;
  const { caseNo, granted } = of;
  const performed = minutesOf(RowOutcome.performed);
  const payable = paying.reduce<number>((sum, outcome) => sum + minutesOf(outcome), 0);
  const faults = [...(ledger.faults.get(number) ?? [])];
  const isFaulty = faults.length > 0;

  const charged = isFaulty ? chargedWhenFaulty(payable, of, rules) : Math.min(payable, granted);
  const unpaid: Partial<Record<UnpaidReason, number>> = {};
  for (const [reason, outcomes] of reasons) {
    const minutes = outcomes.reduce<number>((sum, outcome) => sum + minutesOf(outcome), 0);
    if (minutes > 0) unpaid[reason] = minutes;
  }
  if (payable > charged) unpaid[isFaulty ? 'WRONG_BASIS' : 'OVER_GRANTED'] = payable - charged;

  const warnings: CaseWarning[] = [...(ledger.caseWarnings.get(number) ?? [])];
  if (of.formRowUnread) warnings.unshift('FORM_ROW');
  if (unpaid.OVER_GRANTED !== undefined && !of.needIsTold) warnings.unshift('NEED_NOT_TOLD');
  if (ledger.unexplained[number]) warnings.unshift('UNEXPLAINED');
  const matches = ledger.named[number] === 1 && !of.formRowUnread && Object.keys(unpaid).length === 0;
  return {
    caseNo,
    granted,
    ordered: ledger.ordered[number] ?? 0,
    performed,
    absence: payable - performed,
    submitted: ledger.submitted[number] ?? 0,
    charged,
    topUp: Math.max(0, charged - payable),
    status: isFaulty ? 'FAULTY' : matches ? 'MATCH' : 'MISMATCH',
    unpaid,
    faults,
    warnings,
  };
}

/** What nobody mended is charged as the pack says (L-44, A30); a wrong sum pays no day that could not be paid (A67). */
function chargedWhenFaulty(
  payable: number,
  { granted, fallBack }: Pick<CaseMonth, 'granted' | 'fallBack'>,
  { wrongBasis }: PayRules,
): number {
  if (wrongBasis === 'HOLD') return 0;
  const least = Math.min(payable, granted);
  return wrongBasis === 'MIN' ? least : Math.max(fallBack, least);
}

/** The trail of a case is drawn from these. `inMonth` is what its dates are called after the day. */
type TrailOf = {
  readonly of: CaseMonth;
  readonly ledger: Ledger;
  readonly inMonth: string;
  readonly everyRow: boolean;
  readonly rows: Iterable<TrailRow>;
};

/** The explanation of a case: what each rule paid, each row that was not paid, what was done with the case. */
export function* caseTrail(
  number: number,
  figures: CaseFigures,
  { of, ledger, inMonth, everyRow, rows }: TrailOf,
): Generator<TrailEntry> {
  if (!ledger.named[number]) yield notReported;
  if (!everyRow) {
    yield* paidEntries(of, (outcome) => {
      const place = number * outcomeCount + outcome;
      return { rows: ledger.rowsBy[place] ?? 0, minutes: ledger.minutesBy[place] ?? 0 };
    });
  }
  for (const row of rows) yield rowEntry(inMonth, row, of);
  const { unpaid, topUp } = figures;
  if (unpaid.OVER_GRANTED) yield overGranted(unpaid.OVER_GRANTED);
  if (unpaid.WRONG_BASIS) yield wrongBasis(unpaid.WRONG_BASIS);
  if (topUp > 0) yield topUpEntry(topUp);
}
