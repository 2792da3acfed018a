import type { Month } from '../../shared/domain/local-time.ts';
import type { Table } from '../../shared/ports/table.ts';
import { monthStore } from './month-store.ts';

/** The officers who have a case in a provider's month that was handed in; nobody before it was. */
export const officersOfMonth = async (month: Month, providerId: string, table: Table): Promise<readonly string[]> =>
  (await monthStore(table).find(month, providerId))?.entity.officers ?? [];
