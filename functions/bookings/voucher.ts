import * as z from 'zod';
import { Month } from '../../shared/domain/local-date.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';

/** A row of a voucher: how much on which account, and where. */
const VoucherRow = z.object({
  account: z.string().regex(/^\d{3,6}$/),
  /** Where the cost is, by the number of the dimension: 1 the cost centre, 6 the activity. */
  dims: z.record(z.string(), z.string()),
  amountOre: z.int(),
  minutes: z.int(),
  text: z.string(),
});
export type VoucherRow = z.infer<typeof VoucherRow>;

/**
 * Something that is to be booked, whose rows come to nothing. It stands in one export, and is never changed: what was
 * booked wrong is booked anew as a difference.
 */
export const Voucher = z.object({
  id: z.string(),
  /** What it books: the basis of bought hours and which time it was handed in, a provider's stated month, or an invoice. */
  of: z.union([
    z.object({
      kind: z.literal('purchase-basis'),
      basisId: z.string(),
      time: z.int(),
      month: Month,
      purchaseIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('statement'), month: Month, providerId: z.string(), sha256: z.string() }),
    z.object({
      ...{ kind: z.literal('invoice'), invoiceId: z.string(), month: Month, providerId: z.string() },
      sha256: z.string(),
    }),
  ]),
  date: LocalDate,
  text: z.string(),
  rows: z.array(VoucherRow).min(2).max(500),
  queuedAt: Instant,
  /** In which export it stands, as which voucher of the series, and since which day; older ones have no day. */
  exported: z.object({ number: z.int(), voucher: z.int(), on: LocalDate.optional() }).optional(),
});
export type Voucher = z.infer<typeof Voucher>;

/** A voucher whose rows do not come to nothing is a bug of who made it. */
export function balanced(voucher: Voucher): Voucher {
  const sum = voucher.rows.reduce((all, { amountOre }) => all + amountOre, 0);
  if (sum !== 0) throw new Error(`voucher ${voucher.id} leaves ${sum} öre`);
  return voucher;
}
