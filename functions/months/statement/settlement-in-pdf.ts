import type { Statement } from './statement.ts';
import { kronor } from './statement-words.ts';

type Words = {
  readonly heading: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly next: string;
  /** What the provider is to do, given the reference of an invoice. */
  says(reference: string): string[];
};

/** What a settlement says where a statement says how the month is invoiced; undefined of a statement. */
export function settlementWords({ claimOre, toInvoiceOre = 0 }: Statement): Words | undefined {
  if (claimOre === undefined) return undefined;
  const heading = 'Slutavräkning';
  if (claimOre > 0)
    return {
      heading,
      figures: [{ label: 'Att betala tillbaka', value: kronor(claimOre) }],
      next: 'Så här gör ni',
      says: () => [
        'Det som har blivit känt efter de sista sammanställningarna kommer till mindre än vad som redan är fakturerat.',
        `Skicka ingen faktura. Kommunen hör av sig om hur ${kronor(claimOre)} betalas tillbaka.`,
      ],
    };
  return {
    heading,
    figures: [{ label: 'Att fakturera', value: kronor(toInvoiceOre) }],
    next: 'Så här fakturerar ni',
    says: (reference) =>
      toInvoiceOre === 0
        ? ['Det finns inget att fakturera. Skicka ingen faktura.']
        : [
            `Skicka en enda faktura på ${kronor(toInvoiceOre)} (L-40).`,
            `Skriv inga personuppgifter och inga ärendenummer på fakturan. Ange beloppet och fakturareferensen ${reference} (L-42).`,
            'Skicka fakturan till fakturaadressen ovan (L-35).',
          ],
  };
}
