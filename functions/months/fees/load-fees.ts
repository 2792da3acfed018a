import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type FeeRow, feePlace, feeRow } from './fee-row.ts';

/** Every case of every provider that has handed in, by case and provider. */
export async function feesOf(month: Month, { table }: Pick<Deps, 'table'>): Promise<readonly FeeRow[]> {
  const rows: FeeRow[] = [];
  for (const of of await monthStore(table).ofMonth(month)) {
    const laid = linesIdOf(of);
    const lines = laid ? await monthStore(table).lines(laid) : [];
    rows.push(...lines.map((line) => feeRow(line, of)));
  }
  return rows.toSorted((one, other) => (feePlace(one) < feePlace(other) ? -1 : 1));
}
