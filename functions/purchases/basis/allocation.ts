import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

/** A row of a cost's allocation: what a unit's cost centre is charged (+) or credited (−). */
export type CostRow = {
  readonly unitId: string;
  readonly costCentre: string;
  readonly account: string;
  readonly amountOre: number;
};

type Leg = Omit<CostRow, 'amountOre'>;

/** One purchase's part of a month: who pays, who is paid, how much. */
export type PurchaseCost = { readonly ordering: Leg; readonly receiving: Leg; readonly amountOre: number };

/** An accepted basis as the municipality's own departments settle it: each amount out of one and into the other, to the öre. */
export const allocated = (costs: readonly PurchaseCost[]): readonly CostRow[] =>
  costs.flatMap(({ ordering, receiving, amountOre }) => [
    { ...ordering, amountOre },
    { ...receiving, amountOre: -amountOre },
  ]);

/**
 * The economist's allocation is right when its minutes are the basis's (B-30) and its rows come to nothing: what stays in
 * the municipality costs it nothing. Only an accepted basis is allocated (B-29).
 */
export function checkedAllocation(
  rows: readonly CostRow[],
  minutes: number,
  basis: { readonly accepted: boolean; readonly minutes: number },
): Result<{ readonly rows: readonly CostRow[]; readonly sumOre: number; readonly minutes: number }, CannotAllocate> {
  if (!basis.accepted) return refuse('conflict', 'basis-not-accepted');
  if (minutes !== basis.minutes)
    return refuse('invalid', 'minutes-differ', [{ at: 'body.minutes', code: 'minutes-differ' }]);
  const sumOre = rows.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return sumOre === 0 ? accept({ rows, sumOre, minutes }) : refuse('invalid', 'sum-not-zero');
}

type CannotAllocate = 'basis-not-accepted' | 'minutes-differ' | 'sum-not-zero';
