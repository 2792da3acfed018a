import type { CaseMonth } from './case-month.ts';
import { missingSum, missingTotal, rowError } from './file-errors.ts';
import type { Ledger, StatedSum } from './ledger.ts';
import type { Sums } from './report-row.ts';

/**
 * Holds the provider's own sums against the rows (L-24), when the last row has passed. An external provider must have
 * summed; a municipal one's report comes out of its own system, and it may (L-21, A51). A case with an unreadable row is not judged, nor is a total over one.
 */
export function judgeSums(cases: readonly CaseMonth[], ledger: Ledger, municipal: boolean): void {
  cases.forEach(({ caseNo }, number) => {
    if (!ledger.named[number] || ledger.unjudged.has(number)) return;
    const stated = ledger.sums.get(number);
    const actual = { ordered: ledger.ordered[number] ?? 0, performed: ledger.performed[number] ?? 0 };
    if (stated === undefined) {
      if (!municipal) ledger.report('MISSING_SUM', () => missingSum(caseNo), number, true);
      return;
    }
    const column = wrongColumn(stated, actual);
    if (!column) return;
    ledger.report('WRONG_SUM', () => rowError('report', stated.row, column, 'WRONG_SUM'), number, true);
  });
  judgeTotal(ledger, municipal);
}

function judgeTotal(ledger: Ledger, municipal: boolean): void {
  const stated = ledger.statedTotal;
  if (stated === undefined) {
    if (!municipal && !ledger.totalWasSeen) ledger.report('MISSING_TOTAL', missingTotal, -1, true);
    return;
  }
  const column = ledger.totalIsJudged ? wrongColumn(stated, ledger.total) : undefined;
  if (column) ledger.report('WRONG_TOTAL', () => rowError('report', stated.row, column, 'WRONG_TOTAL'), -1, true);
}

/** The provider's own sums beside ours, over the file and for each case in which they differ. */
export type SumsSideBySide = {
  readonly stated?: Sums;
  readonly counted: Sums;
  readonly cases: readonly { readonly caseNo: string; readonly stated: Sums; readonly counted: Sums }[];
};

const plain = ({ ordered, performed }: Sums): Sums => ({ ordered, performed });

export function sumsSideBySide(cases: readonly CaseMonth[], ledger: Ledger): SumsSideBySide {
  const { statedTotal } = ledger;
  return {
    ...(statedTotal ? { stated: plain(statedTotal) } : {}),
    counted: plain(ledger.total),
    cases: cases.flatMap(({ caseNo }, number) => {
      const stated = ledger.sums.get(number);
      const counted = { ordered: ledger.ordered[number] ?? 0, performed: ledger.performed[number] ?? 0 };
      return stated && !ledger.unjudged.has(number) && wrongColumn(stated, counted)
        ? [{ caseNo, stated: plain(stated), counted }]
        : [];
    }),
  };
}

const wrongColumn = (stated: StatedSum, actual: Sums): string | undefined => {
  if (stated.ordered !== actual.ordered) return 'Beställda minuter';
  return stated.performed === actual.performed ? undefined : 'Utförda minuter';
};
