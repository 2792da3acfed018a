import * as z from 'zod';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sellerNumber } from '../reading/invoice.ts';

const Text = z.string().trim().min(1).max(200);
const OrgNo = z
  .string()
  .regex(/^(?:\d\d)?\d{6}-?\d{4}$/)
  .transform(sellerNumber);
const Giro = z
  .string()
  .regex(/^\d[\d -]{1,10}$/)
  .transform((text) => text.replace(/\D/g, ''));

/** Where somebody is, and by what it is reached in Peppol. */
const Party = z.object({
  orgNo: OrgNo,
  street: Text,
  postalCode: Text,
  city: Text,
  endpoint: z.object({ scheme: z.string().regex(/^\d{4}$/), id: Text }),
});

const Seller = Party.extend({
  vat: z
    .enum(['E', 'S25'])
    .nullish()
    .transform((vat) => vat ?? 'E'),
  bankgiro: Giro.nullish(),
  plusgiro: Giro.nullish(),
}).refine(({ bankgiro, plusgiro }) => Boolean(bankgiro ?? plusgiro), { path: ['bankgiro'], when: () => true });

const Buyer = Party.extend({ name: Text, buyerReference: Text });

/** Who sells and who buys, with all that an electronic invoice has to say of them. */
export type InvoiceParties = { readonly seller: z.output<typeof Seller>; readonly buyer: z.output<typeof Buyer> };

const File = z.object({ buyer: z.unknown(), providers: z.array(z.looseObject({ id: z.string() })) });

/**
 * The parties of a provider's invoice as `cases.json` has them. Refused, with the path of each, where something is
 * missing: then no invoice is offered, and the page says what is to be filled in.
 */
export function invoicePartiesIn(json: unknown, providerId: string): Result<InvoiceParties, 'invoice-parties-missing'> {
  const file = File.safeParse(json).data;
  const seller = Seller.safeParse(file?.providers.find(({ id }) => id === providerId) ?? {});
  const buyer = Buyer.safeParse(file?.buyer ?? {});
  if (seller.success && buyer.success) return accept({ seller: seller.data, buyer: buyer.data });
  const missing = (of: string, issues: readonly z.core.$ZodIssue[] = []) =>
    issues.map(({ path }) => ({ at: [of, ...path].join('.'), code: 'invoice-parties-missing' }));
  return refuse('invalid', 'invoice-parties-missing', [
    ...missing(`providers.${providerId}`, seller.error?.issues),
    ...missing('buyer', buyer.error?.issues),
  ]);
}
