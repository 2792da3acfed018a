import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Adjustment } from './adjustment.ts';

const partition = (providerId: string): string => `MONTH#ADJUSTED#${providerId}`;
const keyOf = ({ providerId, month, n }: Adjustment): Key => ({
  pk: partition(providerId),
  sk: `${month}#${String(n).padStart(4, '0')}`,
});

/** Where a provider's adjustments live, by the month that they change and their number in it. */
export const adjustmentStore = (table: Table) => ({
  /** All of a provider's, or those of one month. */
  async ofProvider(providerId: string, month?: Month): Promise<readonly Stored<Adjustment>[]> {
    const bounds = month === undefined ? {} : { from: `${month}#`, to: `${month}#~` };
    const found: Stored<Adjustment>[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: partition(providerId), ...bounds, after });
      found.push(...page.items.map((item) => storedAs(Adjustment, item)));
      after = page.next;
    } while (after !== undefined);
    return found;
  },

  /**
   * Saved with rows that are stated, and read before they are: of two statements that state rows of the same months at
   * once, one is made to look again, so that their numbers and their öre go on from one another.
   */
  async turn(providerId: string): Promise<Change> {
    const key = { pk: `MONTH#STATING#${providerId}`, sk: 'HEAD' };
    const found = await table.get(key);
    return { kind: 'put', over: found?.version ?? 0, item: { ...key, data: {} } };
  },

  save: (next: Adjustment, over: Stored<Adjustment> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next), data: next },
  }),
});
