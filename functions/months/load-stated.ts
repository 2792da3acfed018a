import type { Month } from '../../shared/domain/local-time.ts';
import type { Table } from '../../shared/ports/table.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { monthStore } from './month-store.ts';

/** Whether a provider's month, or any provider's, has been stated: what was paid for it is not changed afterwards. */
export async function isStated(month: Month, table: Table): Promise<boolean> {
  for (const id of await providerStore(table).ids())
    if ((await monthStore(table).find(month, id))?.entity.statement) return true;
  return false;
}
