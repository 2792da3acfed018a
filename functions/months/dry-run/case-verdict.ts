import type { Month } from '../../../shared/domain/local-date.ts';
import type { CaseMonth } from './case-month.ts';
import type { ErrorCode } from './file-errors.ts';
import type { Ledger } from './ledger.ts';
import type { PayRules } from './pay-rules.ts';
import { Outcome, outcomeCount, paying } from './row-rules.ts';
import {
  nameInDates,
  notReported,
  overGranted,
  paidEntry,
  type Reason,
  rowEntry,
  type TrailEntry,
  topUpEntry,
  wrongBasis,
} from './trail.ts';
import type { TrailRow } from './trail-rows.ts';

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
  readonly unpaid: Readonly<Partial<Record<Reason, number>>>;
  readonly faults: readonly ErrorCode[];
  readonly warnings: readonly ('UNEXPLAINED' | ErrorCode)[];
};

/**
 * Figures and their explanation. Over the trail: Σ PAID = performed + absence + topUp, Σ of each reason = unpaid of
 * that reason, and charged = Σ PAID − OVER_GRANTED − WRONG_BASIS: those two take back, for the case as a whole, what
 * rows had been paid.
 */
export type CaseVerdict = CaseFigures & { readonly trail: readonly TrailEntry[] };

const reasons: readonly (readonly [Reason, readonly Outcome[]])[] = [
  ['OUT_OF_PERIOD', [Outcome.outOfPeriod]],
  ['DUPLICATE', [Outcome.duplicate]],
  ['DOUBLE_STAFFING', [Outcome.doubleStaffing]],
  ['NOT_ORDERED', [Outcome.notOrdered]],
  ['NOT_IN_FORCE', [Outcome.notInForce]],
  ['HOSPITAL', [Outcome.hospital]],
  ['ABSENT', [Outcome.absent]],
  ['AFTER_DEATH', [Outcome.afterDeath, Outcome.beyondOrdered]],
  ['NOTICE_GIVEN', [Outcome.noticeGiven]],
  ['NO_DEVIATION_ROW', [Outcome.noDeviationRow]],
];

/** Draws the verdict on a case from what the ledger holds of it. */
export function caseFigures(
  number: number,
  { caseNo, granted }: CaseMonth,
  ledger: Ledger,
  rules: PayRules,
): CaseFigures {
  const minutesOf = (outcome: Outcome): number => ledger.minutesBy[number * outcomeCount + outcome] ?? 0;
  const performed = minutesOf(Outcome.performed);
  const payable = paying.reduce<number>((sum, outcome) => sum + minutesOf(outcome), 0);
  const faults = [...(ledger.faults.get(number) ?? [])];
  const warnings = [
    ...(ledger.unexplained[number] ? ['UNEXPLAINED' as const] : []),
    ...(ledger.caseWarnings.get(number) ?? []),
  ];

  const charged = faults.length > 0 ? chargedWhenFaulty(payable, granted, rules) : Math.min(payable, granted);
  const unpaid: Partial<Record<Reason, number>> = {};
  for (const [reason, outcomes] of reasons) {
    const minutes = outcomes.reduce<number>((sum, outcome) => sum + minutesOf(outcome), 0);
    if (minutes > 0) unpaid[reason] = minutes;
  }
  if (payable > charged) unpaid[faults.length > 0 ? 'WRONG_BASIS' : 'OVER_GRANTED'] = payable - charged;

  return {
    caseNo,
    granted,
    ordered: ledger.ordered[number] ?? 0,
    performed,
    absence: payable - performed,
    submitted: ledger.submitted[number] ?? 0,
    charged,
    topUp: Math.max(0, charged - payable),
    status:
      faults.length > 0 ? 'FAULTY' : ledger.named[number] && Object.keys(unpaid).length === 0 ? 'MATCH' : 'MISMATCH',
    unpaid,
    faults,
    warnings,
  };
}

/** What nobody mended is charged as the pack says (L-44, A30). */
function chargedWhenFaulty(payable: number, granted: number, { wrongBasis: policy }: PayRules): number {
  if (policy === 'HOLD') return 0;
  return policy === 'MIN' ? Math.min(payable, granted) : granted;
}

/** The explanation of a case: what each rule paid, each row that was not paid, what was done with the case. */
export function* caseTrail(
  number: number,
  figures: CaseFigures,
  { ledger, month, everyRow, rows }: { ledger: Ledger; month: Month; everyRow: boolean; rows: Iterable<TrailRow> },
): Generator<TrailEntry> {
  if (!ledger.named[number]) yield notReported;
  for (const outcome of everyRow ? [] : paying) {
    const place = number * outcomeCount + outcome;
    const count = ledger.rowsBy[place] ?? 0;
    if (count > 0) yield paidEntry(count, ledger.minutesBy[place] ?? 0, outcome);
  }
  const inMonth = nameInDates(month);
  for (const row of rows) yield rowEntry(inMonth, row);
  const { unpaid, topUp } = figures;
  if (unpaid.OVER_GRANTED) yield overGranted(unpaid.OVER_GRANTED);
  if (unpaid.WRONG_BASIS) yield wrongBasis(unpaid.WRONG_BASIS);
  if (topUp > 0) yield topUpEntry(topUp);
}
