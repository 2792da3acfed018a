import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';

/** A row of a cost's allocation: what a unit's cost centre is charged (+) or credited (−). */
export const CostRow = z
  .strictObject({
    unitId: SafeId,
    costCentre: guarded(z.string().trim().max(40).regex(oneLine)),
    account: z.string().regex(/^\d{3,6}$/),
    amountOre: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
  })
  .meta({ id: 'CostRow' });
export type CostRow = z.infer<typeof CostRow>;

type Leg = Omit<CostRow, 'amountOre'>;

/** One purchase's part of a month: who pays, who is paid, how much. */
export type PurchaseCost = { readonly ordering: Leg; readonly receiving: Leg; readonly amountOre: number };

/** An accepted basis as the municipality's own departments settle it: each amount out of one and into the other, to the öre. */
export const allocated = (costs: readonly PurchaseCost[]): readonly CostRow[] =>
  costs.flatMap(({ ordering, receiving, amountOre }) => [
    { ...ordering, amountOre },
    { ...receiving, amountOre: -amountOre },
  ]);

const placeOf = ({ unitId, costCentre, account }: Leg): string => JSON.stringify([unitId, costCentre, account]);

/** Rows of one place as one, and none of nothing. */
export function summed(rows: readonly CostRow[]): CostRow[] {
  const byPlace = Map.groupBy(rows, placeOf);
  return [...byPlace.values()].flatMap((some) => {
    const [first] = some;
    const amountOre = some.reduce((sum, row) => sum + row.amountOre, 0);
    return first && amountOre !== 0 ? [{ ...first, amountOre }] : [];
  });
}

/** What is to be booked now, where something has been: the difference, never what was booked anew. */
export const differenceTo = (booked: readonly CostRow[], rows: readonly CostRow[]): CostRow[] =>
  summed([...rows, ...booked.map((row) => ({ ...row, amountOre: -row.amountOre }))]);

type CannotAllocate = 'basis-not-accepted' | 'minutes-differ' | 'sum-not-zero' | 'amount-differs';

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

const perUnit = (rows: readonly CostRow[]): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, some]) => [
      unitId,
      some.reduce((sum, { amountOre }) => sum + amountOre, 0),
    ]),
  );

/**
 * Where rows move the cost to other accounts or cost centres of a unit, each unit still bears what the basis says (B-30):
 * a fault for each that does not.
 */
export function movedBetweenUnits(rows: readonly CostRow[], proposed: readonly CostRow[]): readonly Fault[] {
  const [said, right] = [perUnit(rows), perUnit(proposed)];
  return [...new Set([...said.keys(), ...right.keys()])]
    .filter((unitId) => (said.get(unitId) ?? 0) !== (right.get(unitId) ?? 0))
    .map((unitId) => ({ at: 'body.rows', code: 'amount-differs', message: unitId }));
}
