import * as z from 'zod';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { BookingView, bookingView } from './booking-view.ts';
import { exportStore } from './export-store.ts';
import { BookingDifference, differenceSince } from './load-difference.ts';

/** What has been handed to finance, the newest first; or what has been since an export, and what that changes. */
export const listBookings = endpoint({
  summary: 'List what has been handed to finance, the newest first, or what has changed since an export',
  query: z.strictObject({
    limit: PageSize,
    cursor: Cursor,
    since: z.coerce
      .number()
      .int()
      .min(0)
      .max(99_999_999)
      .optional()
      .meta({ description: 'The number of an export: what has been booked after it, the oldest first' }),
  }),
  answer: z.object({
    items: z.array(BookingView),
    difference: BookingDifference.optional(),
    next: z.string().optional(),
  }),
  async run({ query: { limit, cursor, since } }, { table }) {
    if (since === undefined) {
      const { items, next } = await exportStore(table).list({ limit, after: cursor });
      return done({ items: items.map((one) => bookingView(one)), next });
    }
    const found = await differenceSince(since, limit, { table });
    if (!found) return refuse('missing', 'booking-not-found');
    return done({ items: found.exports.map((one) => bookingView(one)), difference: found.difference });
  },
});
