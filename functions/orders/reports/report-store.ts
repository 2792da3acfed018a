import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { legibleAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Report } from './report.ts';

const prefix = 'REPORT#';
const keyOf = ({ orderId, id }: Pick<Report, 'orderId' | 'id'>): Key => ({
  pk: `ORDER#${orderId}`,
  sk: `${prefix}${id}`,
});

/** Where the reports of an order live: beside it. */
export const reportStore = (table: Table) => ({
  add: (next: Report): Change => ({ kind: 'put', over: 0, item: { ...keyOf(next), data: next } }),
  save: (next: Report, over: Stored<Report>): Change => ({
    kind: 'put',
    over: over.version,
    item: { ...keyOf(next), data: next },
  }),

  async find(orderId: string, id: string): Promise<Stored<Report> | undefined> {
    const item = await table.get(keyOf({ orderId, id }));
    return item && storedAs(Report, item);
  },

  /** In the order that they were made. */
  async ofOrder(orderId: string): Promise<readonly Report[]> {
    const { items } = await table.query({ pk: `ORDER#${orderId}`, from: prefix, to: `${prefix}~` });
    return legibleAs(Report, items).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  },
});
