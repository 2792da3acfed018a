import * as z from 'zod';
import { endpoint } from '../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { BookingView, bookingView } from './booking-view.ts';
import { exportStore } from './export-store.ts';

/** What has been handed to finance, the newest first. */
export const listBookings = endpoint({
  summary: 'List what has been handed to finance, the newest first',
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(BookingView), next: z.string().optional() }),
  async run({ query: { limit, cursor } }, { table }) {
    const { items, next } = await exportStore(table).list({ limit, after: cursor });
    return done({ items: items.map((one) => bookingView(one)), next });
  },
});
