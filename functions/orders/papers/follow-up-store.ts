import type { Change, Table } from '../../../shared/ports/table.ts';
import { legibleAs } from '../../../shared/stores/stored.ts';
import { FollowUp } from './follow-up.ts';

const prefix = 'FOLLOWUP#';

/** Where follow-ups live: under the case, by the day they were held. */
export const followUpStore = (table: Table) => ({
  add: (next: FollowUp): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `CASE#${next.caseNo}`, sk: `${prefix}${next.heldOn}#${next.id}`, data: next },
  }),

  async ofCase(caseNo: string): Promise<readonly FollowUp[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: prefix, to: `${prefix}~` });
    return items.map((item) => FollowUp.parse(item.data));
  },
  /** Those that can be read: to be shown, never to reckon the next from. */
  async readableOfCase(caseNo: string): Promise<readonly FollowUp[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: prefix, to: `${prefix}~` });
    return legibleAs(FollowUp, items);
  },
});
