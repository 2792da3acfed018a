import * as z from 'zod';
import { type BookingExport, BookingFormat } from './booking-export.ts';

/** An export as finance sees it: its number, its sums, and the sums of its files. */
export const BookingView = z
  .object({
    number: z.int(),
    at: z.string(),
    by: z.string(),
    vouchers: z.array(z.string()).meta({ description: 'What it books, by the ids of the vouchers' }),
    rows: z.int(),
    minutes: z.int(),
    controlOre: z.int().meta({ description: 'What is charged in all; as much is credited' }),
    sumOre: z.int().meta({ description: 'Charged less credited: nothing' }),
    files: z.array(z.object({ format: BookingFormat, sha256: z.string(), bytes: z.int() })),
    left: z.boolean().optional().meta({ description: 'More waits than one export has room for' }),
  })
  .meta({ id: 'BookingExport' });
export type BookingView = z.infer<typeof BookingView>;

export const bookingView = (made: BookingExport, left?: boolean): BookingView => ({
  ...{ number: made.number, at: made.at, by: made.by, rows: made.rows, minutes: made.minutes },
  vouchers: made.vouchers.map(({ id }) => id),
  ...{ controlOre: made.controlOre, sumOre: 0 },
  files: BookingFormat.options.flatMap((format) => {
    const file = made.files[format];
    return file ? [{ format, sha256: file.sha256, bytes: file.bytes }] : [];
  }),
  ...(left ? { left } : {}),
});
