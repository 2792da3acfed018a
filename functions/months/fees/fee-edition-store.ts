import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { storedAs } from '../../../shared/stores/stored.ts';
import { FeeEdition } from './fee-edition.ts';

const keyOf = (month: Month, serial: number): Key => ({
  pk: `FEES#${month}`,
  sk: `EDITION#${String(serial).padStart(8, '0')}`,
});

/** Where the editions of a month's fees live. The only file that spells their keys. */
export const feeEditionStore = (table: Table) => ({
  async find(month: Month, serial: number): Promise<FeeEdition | undefined> {
    const item = await table.get(keyOf(month, serial));
    return item && storedAs(FeeEdition, item).entity;
  },

  async latest(month: Month): Promise<FeeEdition | undefined> {
    const { pk } = keyOf(month, 0);
    const { items } = await table.query({ pk, from: 'EDITION#', to: 'EDITION#~', descending: true, limit: 1 });
    return items[0] && storedAs(FeeEdition, items[0]).entity;
  },

  /** Over nothing: two who ask at once meet here, and one of them gets what the other kept. */
  add: (edition: FeeEdition): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(edition.month, edition.serial), data: edition },
  }),
});
