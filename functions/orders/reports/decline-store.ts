import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Decline } from './declines.ts';

const prefix = 'DECLINE#';
const keyOf = ({ caseNo, on, start }: Decline): Key => ({
  pk: `CASE#${caseNo}`,
  sk: `${prefix}${on}${start ? `#${start}` : ''}`,
});

/** Where declined visits live: under the case, each visit once. */
export const declineStore = (table: Table) => ({
  save: (next: Decline, over: Stored<Decline> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next), data: next },
  }),

  async ofCase(caseNo: string, since: LocalDate): Promise<readonly Stored<Decline>[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: `${prefix}${since}`, to: `${prefix}~` });
    return items.map((item) => storedAs(Decline, item));
  },
});
