import type { Change, Key, Table } from '../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Voucher } from './voucher.ts';

const keyOf = (id: string): Key => ({ pk: `VOUCHER#${id}`, sk: 'VOUCHER' });
const waiting = 'VOUCHERS#waiting';

/** In the list of what waits, by when it was queued; then in that of its export. */
const listKey = ({ id, queuedAt, exported }: Voucher): Key =>
  exported
    ? { pk: `VOUCHERS#${exported.number}`, sk: String(exported.voucher).padStart(10, '0') }
    : { pk: waiting, sk: `${queuedAt}#${id}` };

const put = (voucher: Voucher, over: number): Change => ({
  kind: 'put',
  over,
  item: { ...keyOf(voucher.id), data: voucher, indexes: { g1: listKey(voucher) } },
});

/** Where vouchers live: those that wait to be exported, and those that have been. */
export const voucherStore = (table: Table) => ({
  /** Over nothing: what is booked is booked once. */
  queue: (voucher: Voucher): Change => put(voucher, 0),
  /** One that waits no longer: over what was read, so that it is never both taken away and exported. */
  withdraw: ({ entity, version }: Stored<Voucher>): Change => ({
    kind: 'delete',
    key: keyOf(entity.id),
    over: version,
  }),
  async find(id: string): Promise<Stored<Voucher> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Voucher, item);
  },
  exported: (next: Voucher, { version }: Stored<Voucher>): Change => put(next, version),

  /** Those of these ids that there are. */
  async findAll(ids: readonly string[]): Promise<readonly Voucher[]> {
    return readableAs(Voucher, await table.getMany(ids.map(keyOf))).items.map(({ entity }) => entity);
  },

  /** The first that wait, in the order that they were queued; what the index still says of one that was exported is left out. */
  async waiting(limit: number): Promise<{ readonly vouchers: readonly Stored<Voucher>[]; readonly isMore: boolean }> {
    const { items, next } = await table.queryIndex('g1', { pk: waiting, limit });
    const found = readableAs(Voucher, await table.getMany(items)).items;
    return { vouchers: found.filter(({ entity }) => !entity.exported), isMore: next !== undefined };
  },
});
