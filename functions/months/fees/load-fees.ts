import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { linesIdOf, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { adjustedFee, casesAdded } from './adjusted-fee.ts';
import { type FeeRow, feePlace, feeRow } from './fee-row.ts';

/** Some rows of a provider’s month with what has been adjusted of it since its statement. */
export async function withAdjustments(
  of: ProviderMonth,
  rows: readonly FeeRow[],
  { table }: Pick<Deps, 'table'>,
): Promise<readonly FeeRow[]> {
  if (of.state !== 'stated') return rows;
  const { month, providerId, submission } = of;
  const adjustments = (await adjustmentStore(table).ofProvider(providerId, month)).map(({ entity }) => entity);
  const added = casesAdded({ month, providerId, version: submission?.version ?? 0 }, rows, adjustments);
  return [...rows, ...added].map((row) => adjustedFee(row, adjustments));
}

/** Every case of every provider that has handed in, by case and provider. */
export async function feesOf(month: Month, { table }: Pick<Deps, 'table'>): Promise<readonly FeeRow[]> {
  const rows: FeeRow[] = [];
  for (const of of await monthStore(table).ofMonth(month)) {
    const laid = linesIdOf(of);
    const lines = laid ? await monthStore(table).lines(laid) : [];
    const own = lines.map((line) => feeRow(line, of));
    rows.push(...(await withAdjustments(of, own, { table })));
  }
  return rows.toSorted((one, other) => (feePlace(one) < feePlace(other) ? -1 : 1));
}
