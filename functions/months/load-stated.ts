import type { Month } from '../../shared/domain/local-time.ts';
import type { Table } from '../../shared/ports/table.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import type { ProviderMonth } from './month.ts';
import { monthStore } from './month-store.ts';

/** Whether a provider's month, or any provider's, has been stated: what was paid for it is not changed afterwards. */
export async function isStated(month: Month, table: Table): Promise<boolean> {
  for (const id of await providerStore(table).ids())
    if ((await monthStore(table).find(month, id))?.entity.statement) return true;
  return false;
}

/** A provider's month whose statement has been sent; undefined before. */
export async function statedProviderMonth(
  month: Month,
  providerId: string,
  table: Table,
): Promise<(ProviderMonth & { readonly statement: NonNullable<ProviderMonth['statement']> }) | undefined> {
  const found = (await monthStore(table).find(month, providerId))?.entity;
  return found?.statement ? { ...found, statement: found.statement } : undefined;
}

/** Every provider's month of one month, handed in or not. */
export const headsOfMonth = (month: Month, table: Table): Promise<readonly ProviderMonth[]> =>
  monthStore(table).ofMonth(month);

/** A provider's months that have begun to be accounted for, of those that are named. */
export async function headsOfProvider(
  providerId: string,
  months: readonly Month[],
  table: Table,
): Promise<readonly ProviderMonth[]> {
  const found = await Promise.all(months.map((month) => monthStore(table).find(month, providerId)));
  return found.flatMap((one) => (one ? [one.entity] : []));
}
