import * as z from 'zod';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { dateOf, Instant, Month } from '../../../shared/domain/local-time.ts';
import { invoicedMinutes } from '../../months/door.ts';
import type { InvoiceableMonth } from '../basis.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Of a statement, or of a settlement when no month comes after it, what an invoice is held against. */
const Record = z.object({
  sha256: Sha256.optional(),
  payload: z.object({
    kind: z.enum(['statement', 'settlement']),
    content: z.object({
      provider: z.object({ id: z.string() }),
      month: Month,
      sentAt: Instant,
      totalMinutes: z.int().default(0),
      amountOre: z.int().default(0),
      invoiceAddress: z.string(),
      lines: z.array(z.object({ caseNo: z.string() })),
      adjustments: z.array(z.object({ month: Month, caseNo: z.string(), minutes: z.int() })).default([]),
      /** What is left to invoice when adjustments and what was carried forward are in; without them the amount. */
      toInvoiceOre: z.int().nonnegative().optional(),
    }),
  }),
});

/** The month that a signed record states; undefined for what is no such record. Whether its seal holds is for `verify`. */
export function invoiceableMonthIn(json: unknown): InvoiceableMonth | undefined {
  const { data: record } = Record.safeParse(json);
  if (!record) return undefined;
  const { sha256, payload } = record;
  const { provider, month, sentAt, totalMinutes, amountOre, invoiceAddress, lines, adjustments } = payload.content;
  return {
    providerId: provider.id,
    month,
    sentOn: dateOf(sentAt),
    minutes: invoicedMinutes({ totalMinutes, adjustments }),
    toInvoiceOre: payload.content.toInvoiceOre ?? amountOre,
    months: [...new Set([month, ...adjustments.map((one) => one.month)])],
    caseNumbers: [...new Set([...lines, ...adjustments].map(({ caseNo }) => caseNo))],
    ...(payload.kind === 'settlement' ? { isSettlement: true } : {}),
    invoiceAddress,
    reference: sha256 === undefined ? undefined : invoiceReference({ sha256 }),
  };
}
