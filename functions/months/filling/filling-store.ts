import { endOfDay, lastDay, type Month, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Filling } from './filling.ts';

type Of = { readonly month: Month; readonly providerId: string };

const pkOf = ({ month, providerId }: Of) => `MONTH#${month}#${providerId}`;
const keyOf = (of: Of, caseNo: string): Key => ({ pk: pkOf(of), sk: `FILLING#${caseNo}` });

/** What was never handed in is nobody's business half a year later. */
const halfAYear = 183 * 24;

/** Where a month that is filled in on the page is kept, a case each: two people fill in two cases and disturb nobody. */
export const fillingStore = (table: Table) => ({
  async find(of: Of, caseNo: string): Promise<Stored<Filling> | undefined> {
    const item = await table.get(keyOf(of, caseNo));
    return item && storedAs(Filling, item);
  },

  async ofMonth(of: Of): Promise<ReadableItems<Filling>> {
    const { items } = await table.query({ pk: pkOf(of), from: 'FILLING#', to: 'FILLING#\uffff' });
    return readableAs(Filling, items);
  },

  save: (of: Of, next: Filling, over: Stored<Filling> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(of, next.caseNo),
      data: next,
      expiresAt: plusHours(endOfDay(lastDay(of.month)), halfAYear),
    },
  }),
});
