import * as z from 'zod';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';

export const BookingFormat = z.enum(['csv', 'sie', 'fixed']);
export type BookingFormat = z.infer<typeof BookingFormat>;

const ExportedFile = z.object({ documentId: z.string(), sha256: z.string(), bytes: z.int() });

/** What was handed to finance at a time: numbered, with its sums, and its files as they were made once. */
export const BookingExport = z.object({
  number: z.int().min(1),
  at: Instant,
  by: z.string(),
  date: LocalDate,
  vouchers: z.array(z.object({ id: z.string(), voucher: z.int() })),
  rows: z.int(),
  minutes: z.int(),
  /** What is charged in all; what is credited is as much. */
  controlOre: z.int(),
  /** In fixed columns only where every code has room in its own. */
  files: z.object({ csv: ExportedFile, sie: ExportedFile, fixed: ExportedFile.optional() }),
});
export type BookingExport = z.infer<typeof BookingExport>;

/** Which number the next export has, and the next voucher of the series. */
export const BookingNumbers = z.object({ nextExport: z.int().min(1), nextVoucher: z.int().min(1) });
export type BookingNumbers = z.infer<typeof BookingNumbers>;
