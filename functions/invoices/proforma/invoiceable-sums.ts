import * as z from 'zod';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { dateOf, Instant, LocalDate, Month } from '../../../shared/domain/local-time.ts';

const Record = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  payload: z.object({
    kind: z.enum(['statement', 'settlement']),
    content: z.object({
      provider: z.object({ id: z.string(), name: z.string() }),
      month: Month,
      sentAt: Instant,
      dueOn: LocalDate.optional(),
      orePerHour: z.int().nonnegative().default(0),
      totalMinutes: z.int().default(0),
      amountOre: z.int().default(0),
      adjustments: z
        .array(z.object({ month: Month, minutes: z.int(), amountOre: z.int(), orePerHour: z.int().nonnegative() }))
        .default([]),
      /** What earlier months left to take off; zero or less. */
      broughtForwardOre: z.int().nonpositive().default(0),
      toInvoiceOre: z.int().nonnegative().optional(),
    }),
  }),
});

/** What is invoiced of one month at one rate. */
export type InvoiceableSum = {
  readonly month: Month;
  readonly isAdjustment: boolean;
  readonly minutes: number;
  readonly amountOre: number;
  readonly orePerHour: number;
};

export type InvoiceableSums = {
  readonly provider: { readonly id: string; readonly name: string };
  readonly reference: string;
  readonly sentOn: LocalDate;
  readonly dueOn?: LocalDate;
  readonly sums: readonly InvoiceableSum[];
  readonly broughtForwardOre: number;
  readonly toInvoiceOre: number;
};

/** Adjustments of the same month and rate as one sum, in the order of the months. */
function together(all: readonly InvoiceableSum[]): readonly InvoiceableSum[] {
  const sums = new Map<string, InvoiceableSum>();
  for (const one of all) {
    const key = `${one.month}/${one.orePerHour}`;
    const { minutes, amountOre } = sums.get(key) ?? { minutes: 0, amountOre: 0 };
    sums.set(key, { ...one, minutes: minutes + one.minutes, amountOre: amountOre + one.amountOre });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** What a signed statement lets be invoiced, a sum for each month and rate (L-40); undefined for what is none. */
export function invoiceableSumsIn(json: unknown): InvoiceableSums | undefined {
  const { data: record } = Record.safeParse(json);
  if (!record) return undefined;
  const { content } = record.payload;
  const { provider, month, dueOn, totalMinutes: minutes, amountOre, orePerHour, broughtForwardOre } = content;
  const own = { month, isAdjustment: false, minutes, amountOre, orePerHour };
  const adjustments = together(content.adjustments.map((one) => ({ ...one, isAdjustment: true })));
  const adjusted = adjustments.reduce((sum, one) => sum + one.amountOre, 0);
  return {
    provider,
    reference: invoiceReference(record),
    sentOn: dateOf(content.sentAt),
    dueOn,
    sums: [...(minutes === 0 && adjustments.length > 0 ? [] : [own]), ...adjustments],
    broughtForwardOre,
    toInvoiceOre: content.toInvoiceOre ?? Math.max(0, amountOre + adjusted + broughtForwardOre),
  };
}
