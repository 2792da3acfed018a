import { invoicedMinutes } from './invoiced-minutes.ts';
import type { Statement } from './statement.ts';
import { hoursAndMinutes, kronor, timeToInvoice } from './statement-words.ts';

type Words = {
  readonly heading: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly next: string;
  /** What the provider is to do, given the reference of an invoice. */
  says(reference: string): string[];
};

/** What a settlement says where a statement says how the month is invoiced; undefined of a statement. */
export function settlementWords(statement: Statement): Words | undefined {
  const { claimOre, toInvoiceOre = 0 } = statement;
  if (claimOre === undefined) return undefined;
  const minutes = invoicedMinutes(statement);
  const time = timeToInvoice(minutes);
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
    figures: [
      ...(toInvoiceOre === 0 ? [] : [{ label: 'Tid att fakturera', value: hoursAndMinutes(minutes) }]),
      { label: 'Att fakturera', value: kronor(toInvoiceOre) },
    ],
    next: 'Så här fakturerar ni',
    says: (reference) =>
      toInvoiceOre === 0
        ? ['Det finns inget att fakturera. Skicka ingen faktura.']
        : [
            `Skicka en enda faktura: ${time}, ${kronor(toInvoiceOre)} (L-40).`,
            `Skriv inga personuppgifter och inga ärendenummer på fakturan. Ange tiden, beloppet och fakturareferensen ${reference} (L-42).`,
            'Skicka fakturan till fakturaadressen ovan (L-35).',
          ],
  };
}
