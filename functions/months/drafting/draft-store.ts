import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { MonthDraft } from './draft.ts';

const keyOf = (month: Month, providerId: string): Key => ({ pk: `MONTH#${month}#${providerId}`, sk: 'DRAFT' });

/** Where what waits for a manager's signature lives: beside the month, one of a month and provider. */
export const draftStore = (table: Table) => ({
  async find(month: Month, providerId: string): Promise<Stored<MonthDraft> | undefined> {
    const item = await table.get(keyOf(month, providerId));
    return item && storedAs(MonthDraft, item);
  },

  save: (next: MonthDraft, over: Stored<MonthDraft> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.month, next.providerId), data: next },
  }),
});
