import { type FeeFigures, noFigures } from './fee-figures.ts';
import type { FeeRow } from './fee-row.ts';

/** A case’s change of a stated month, as far as its fee depends on it. Whole minutes; older ones have no figures. */
type Adjusted = {
  readonly caseNo: string;
  readonly was: number;
  readonly now: number;
  readonly state: string;
  readonly decidedAt: string;
  readonly figures?: (FeeFigures & { readonly version: number }) | undefined;
};

/**
 * A case’s row with what has been stated of it since, as it was known when the latest of it was decided. What is paid is the
 * sum, as a person may have decided it; the other columns say what was known, whoever decided otherwise, as they do in the
 * statement. It is adjusted once all that has been decided of it stands in a statement; what is dropped counts for nothing.
 */
export function adjustedFee(row: FeeRow, adjustments: readonly Adjusted[]): FeeRow {
  const live = adjustments.filter(({ caseNo, state }) => caseNo === row.caseNo && state !== 'dropped');
  const stated = live.filter(({ state }) => state === 'stated');
  if (stated.length === 0) return row;
  const latest = stated.reduce((one, other) => (other.decidedAt > one.decidedAt ? other : one));
  const charged = stated.reduce((sum, { was, now }) => sum + now - was, row.charged);
  return { ...row, ...latest.figures, charged, state: stated.length === live.length ? 'JUSTERAD' : row.state };
}

/** Cases that came to a month by an adjustment alone: nothing was granted nor performed of them when it was stated. */
export const casesAdded = (
  { month, providerId, version }: Pick<FeeRow, 'month' | 'providerId' | 'version'>,
  rows: readonly FeeRow[],
  adjustments: readonly Adjusted[],
): readonly FeeRow[] =>
  [...new Set(adjustments.filter(({ state }) => state === 'stated').map(({ caseNo }) => caseNo))]
    .filter((caseNo) => !rows.some((row) => row.caseNo === caseNo))
    .map((caseNo) => ({
      ...{ month, caseNo, providerId, version, ...noFigures, charged: 0, state: 'FASTSTÄLLD' },
    }));
