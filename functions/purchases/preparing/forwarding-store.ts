import type { Change, Table } from '../../../shared/ports/table.ts';
import { readableAs } from '../../../shared/stores/stored.ts';
import { Forwarding } from './forwarding.ts';

/** The latest of one case that are read at once. */
const mostShown = 200;

/** Where it is kept what was passed on: beside the case, by when. Nobody writes over one. */
export const forwardingStore = (table: Table) => ({
  add: (next: Forwarding): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `CASE#${next.caseNo}`, sk: `FORWARDING#${next.at}#${next.id}`, data: next },
  }),
  async ofCase(caseNo: string): Promise<readonly Forwarding[]> {
    const range = { pk: `CASE#${caseNo}`, from: 'FORWARDING#', to: 'FORWARDING#~', limit: mostShown, descending: true };
    const { items } = await table.query(range);
    return readableAs(Forwarding, items)
      .items.map(({ entity }) => entity)
      .toReversed();
  },
});
