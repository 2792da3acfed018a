import * as z from 'zod';
import { LocalDate, Month } from '../../../shared/domain/local-time.ts';

const text = z.string().trim().min(1).max(200);
const ore = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);

/** What is keyed of an invoice on paper or in a PDF, or sent as figures alone; öre without tax. A number credited makes it a credit note. */
export const KeyedFigures = z
  .strictObject({
    number: text,
    issueDate: LocalDate,
    dueDate: LocalDate.nullish(),
    sellerOrgNo: text,
    reference: text.nullish(),
    month: Month.nullish(),
    minutes: z.int().min(0).max(100_000_000),
    amountOre: ore,
    vatOre: ore.nullish(),
    currency: z.string().max(10).nullish(),
    payee: z.union([text, z.strictObject({ bankgiro: text }), z.strictObject({ plusgiro: text })]).nullish(),
    texts: z.array(z.string().max(5000)).max(500).optional(),
    credits: z.union([text, z.int()]).nullish(),
  })
  .meta({ id: 'InvoiceFigures' });
export type KeyedFigures = z.infer<typeof KeyedFigures>;
