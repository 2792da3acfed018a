import type { CaseMonth } from './case-month.ts';
import { type ClockNight, fitsClock, touchesChange } from './elapsed.ts';
import { type ErrorCode, type FileError, rowError } from './file-errors.ts';
import { FoundErrors } from './found-errors.ts';
import type { Looker } from './looker.ts';
import type { PayRules } from './pay-rules.ts';
import { Repeats } from './repeated-visits.ts';
import type { ReportRow, Sums } from './report-row.ts';
import { TrailRows } from './trail-rows.ts';
import { isPaid, outcomeCount, outcomeOf, RowOutcome, submittedMinutes, type Visit } from './visit-outcome.ts';

export type LedgerRules = {
  readonly rules: PayRules;
  /** What the clock does on each day of the month, by day; 0 is never asked. */
  readonly nights: readonly ClockNight[];
  /** Whether every row gets a place in the trail, or only those with unpaid minutes. */
  readonly everyRow: boolean;
  readonly municipal: boolean;
  /** Who looks at the rows as they pass. */
  readonly see?: Looker['see'] | undefined;
};

type UnreadableRow = Omit<Extract<ReportRow, { readonly kind: 'unreadable' }>, 'kind' | 'caseNo'>;

/** A sum row as it was handed in, and where. */
export type StatedSum = Sums & { readonly row: number };

/**
 * What a report adds up to, case by case, while its rows pass in file order. Figures are kept in arrays by case number,
 * so that a row costs no object; the verdict on each case is drawn from them when the last row has passed.
 */
export class Ledger {
  readonly errors = new FoundErrors();
  readonly warnings = new FoundErrors();
  /** How many rows cannot be read. */
  unread = 0;
  readonly trail = new TrailRows();
  /** Sums over the readable rows of each case, whatever their outcome. */
  readonly ordered: Float64Array;
  readonly performed: Float64Array;
  readonly submitted: Float64Array;
  /** Minutes and rows of each case by outcome, `outcomeCount` to a case. */
  readonly minutesBy: Float64Array;
  readonly rowsBy: Uint32Array;
  /** 1 for a case that some row names, readable or not, or that is not explained. */
  readonly named: Uint8Array;
  readonly unexplained: Uint8Array;
  /** Codes of a case's unreadable rows and wrong minutes, each once, in file order. */
  readonly faults = new Map<number, Set<ErrorCode>>();
  readonly caseWarnings = new Map<number, Set<ErrorCode>>();
  /** Cases with an unreadable row: their sums are not judged. */
  readonly unjudged = new Set<number>();
  readonly sums = new Map<number, StatedSum>();
  /** Over every readable visit row of the file, those of unknown cases too. */
  readonly total = { ordered: 0, performed: 0 };
  /** Visit rows by how they came about, `Registered`. */
  readonly registered = new Uint32Array(4);
  statedTotal: StatedSum | undefined;
  /** Whether the total can be judged, and whether a row for it was seen at all. */
  totalIsJudged = true;
  totalWasSeen = false;
  /** The workbook that the report is read from hides something. */
  fileHides = false;

  readonly #cases: readonly CaseMonth[];
  readonly #judge: LedgerRules;
  readonly #repeats: Repeats;

  constructor(cases: readonly CaseMonth[], judge: LedgerRules) {
    this.#cases = cases;
    this.#judge = judge;
    this.#repeats = new Repeats(cases.length);
    this.ordered = new Float64Array(cases.length);
    this.performed = new Float64Array(cases.length);
    this.submitted = new Float64Array(cases.length);
    this.minutesBy = new Float64Array(cases.length * outcomeCount);
    this.rowsBy = new Uint32Array(cases.length * outcomeCount);
    this.named = new Uint8Array(cases.length);
    this.unexplained = new Uint8Array(cases.length);
  }

  /** A readable visit row of a known case. */
  visit(visit: Visit): void {
    const { caseNumber, day } = visit;
    const of = this.#cases[caseNumber] as CaseMonth;
    const night = this.#judge.nights[day] as ClockNight;
    const outcome = outcomeOf(visit, of, this.#repeats.find(visit), night, this.#judge.rules);
    const submitted = submittedMinutes(visit, outcome);
    if (submitted > 0 && day > 0) this.#repeats.remember(visit);
    this.#judge.see?.(visit, submitted, night);

    this.named[caseNumber] = 1;
    this.registered[visit.registered] = (this.registered[visit.registered] as number) + 1;
    this.total.ordered += visit.ordered;
    this.total.performed += visit.performed;
    this.ordered[caseNumber] = (this.ordered[caseNumber] as number) + visit.ordered;
    this.performed[caseNumber] = (this.performed[caseNumber] as number) + visit.performed;
    this.submitted[caseNumber] = (this.submitted[caseNumber] as number) + submitted;

    if (outcome === RowOutcome.performed) {
      if (!this.#fits(visit, night)) this.#wrongMinutes(visit);
      this.#book(visit, outcome, submitted, false);
    } else if (outcome === RowOutcome.dayAfterDeath) {
      this.#book(visit, outcome, visit.ordered, false);
      if (submitted > visit.ordered) this.#book(visit, RowOutcome.beyondOrdered, submitted - visit.ordered, true);
    } else {
      this.#book(visit, outcome, submitted, submitted > 0 && !isPaid(outcome));
      if (outcome === RowOutcome.nothing && (of.explained & (1 << day)) === 0) this.unexplained[caseNumber] = 1;
    }
  }

  /** A row that cannot be read. One of the provider's own cases becomes faulty by it. */
  unreadable(row: number, caseNumber: number, read: UnreadableRow): void {
    const { column, code, columns, sumRow, otherwise } = read;
    this.unread += 1;
    if (caseNumber >= 0) {
      this.named[caseNumber] = 1;
      this.unjudged.add(caseNumber);
    }
    if (otherwise) {
      this.total.ordered += otherwise.ordered;
      this.total.performed += otherwise.performed;
    } else if (code !== 'UNKNOWN_CASE' || !sumRow) {
      this.totalIsJudged = false;
    }
    this.report(code, () => rowError('report', row, column, code, columns), caseNumber, sumRow);
  }

  /** The sum row of a case; the first one counts. */
  sum(caseNumber: number, stated: StatedSum): void {
    this.named[caseNumber] = 1;
    if (!this.sums.has(caseNumber)) this.sums.set(caseNumber, stated);
    else this.#second(stated.row, caseNumber);
  }

  /** The sum row of the file; the first one counts. */
  totalRow(stated: StatedSum): void {
    this.totalWasSeen = true;
    if (this.statedTotal === undefined) this.statedTotal = stated;
    else this.#second(stated.row, -1);
  }

  /**
   * Puts an error where it belongs: among the file's errors and the case's faults, or, when it is about a municipal
   * provider's sums, among the warnings of both (A51).
   */
  report(code: ErrorCode, error: () => FileError, caseNumber: number, aboutSums: boolean): void {
    const warns = aboutSums && this.#judge.municipal;
    (warns ? this.warnings : this.errors).add(error);
    if (caseNumber < 0) return;
    const codes = warns ? this.caseWarnings : this.faults;
    const known = codes.get(caseNumber);
    if (known) known.add(code);
    else codes.set(caseNumber, new Set([code]));
  }

  /** A second sum changes no case: an error of the file, at a municipal provider a warning there and on the case. */
  #second(row: number, caseNumber: number): void {
    const error = () => rowError('report', row, 'Ärendenummer', 'SECOND_SUM');
    this.report('SECOND_SUM', error, this.#judge.municipal ? caseNumber : -1, true);
  }

  #fits(visit: Visit, night: ClockNight): boolean {
    const { start, end, performed } = visit;
    const tolerance = this.#judge.rules.toleranceMinutes;
    if (touchesChange(night, visit)) return fitsClock(night, visit, performed, tolerance);
    return Math.abs(end - start + (end < start ? 1440 : 0) - performed) <= tolerance;
  }

  #wrongMinutes({ row, caseNumber }: Visit): void {
    const error = () => rowError('report', row, 'Utförda minuter', 'WRONG_MINUTES');
    this.report('WRONG_MINUTES', error, caseNumber, false);
  }

  #book({ row, caseNumber, day }: Visit, outcome: RowOutcome, minutes: number, unpaid: boolean): void {
    const place = caseNumber * outcomeCount + outcome;
    this.minutesBy[place] = (this.minutesBy[place] as number) + minutes;
    this.rowsBy[place] = (this.rowsBy[place] as number) + 1;
    if (unpaid || this.#judge.everyRow) this.trail.add(caseNumber, row, day, minutes, outcome);
  }
}
