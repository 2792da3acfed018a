import type { Change, Key, Page, Table } from '../../shared/ports/table.ts';
import { legibleAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { BookingExport, BookingNumbers } from './booking-export.ts';

const padded = (number: number): string => String(number).padStart(8, '0');
const keyOf = (number: number): Key => ({ pk: `BOOKING#${padded(number)}`, sk: 'BOOKING' });
const numbersKey: Key = { pk: 'BOOKINGS', sk: 'NUMBERS' };
const first: BookingNumbers = { nextExport: 1, nextVoucher: 1 };

/** Where exports live, and the numbers that the next one takes. */
export const exportStore = (table: Table) => ({
  async numbers(): Promise<Stored<BookingNumbers>> {
    const item = await table.get(numbersKey);
    return item ? storedAs(BookingNumbers, item) : { entity: first, version: 0 };
  },
  /** Two who export at once meet here: one of them takes the numbers. */
  take: (next: BookingNumbers, { version }: Stored<BookingNumbers>): Change => ({
    kind: 'put',
    over: version,
    item: { ...numbersKey, data: next },
  }),

  async find(number: number): Promise<BookingExport | undefined> {
    const item = await table.get(keyOf(number));
    return item && storedAs(BookingExport, item).entity;
  },
  /** Written once. */
  add: (made: BookingExport): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(made.number), data: made, indexes: { g1: { pk: 'BOOKINGS', sk: padded(made.number) } } },
  }),

  /** A page, the newest first. */
  async list(page: { limit: number; after?: string }): Promise<Page<BookingExport>> {
    const { items, next } = await table.queryIndex('g1', { pk: 'BOOKINGS', descending: true, ...page });
    return { items: legibleAs(BookingExport, await table.getMany(items)), ...(next ? { next } : {}) };
  },
});
