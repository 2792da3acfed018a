import type { Adjustment } from './adjustment.ts';

type Numbered = Pick<Adjustment, 'month' | 'providerId' | 'n' | 'number' | 'state'>;

/** `2026-10/P1/J1`. */
export const numberOfAdjustment = (
  { month, providerId }: Pick<Adjustment, 'month' | 'providerId'>,
  number: number,
): string => `${month}/${providerId}/J${number}`;

/** Those stated before numbers were given with the statement have the one that they are kept under. */
const statedNumber = ({ number, n }: Numbered): number => number ?? n;

/**
 * The number of each of `these` rows within its month, by the row: from 1 without gaps over all statements of the
 * provider, `all` being every row that it has. Stated ones keep theirs; the others go on after the last, in the order of
 * their decisions, as if they were stated together now.
 */
export function adjustmentNumbers<Row extends Numbered>(
  these: readonly Row[],
  all: readonly Numbered[],
): ReadonlyMap<Row, number> {
  const isStated = ({ state }: Numbered) => state === 'stated';
  const last = new Map<string, number>();
  for (const one of all.filter(isStated)) last.set(one.month, Math.max(last.get(one.month) ?? 0, statedNumber(one)));
  const numbers = new Map<Row, number>();
  for (const one of these.toSorted((a, b) => a.n - b.n)) {
    const number = isStated(one) ? statedNumber(one) : (last.get(one.month) ?? 0) + 1;
    if (!isStated(one)) last.set(one.month, number);
    numbers.set(one, number);
  }
  return numbers;
}
