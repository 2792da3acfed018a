import type { Invoice, InvoiceText } from './invoice.ts';

/** An invoice of a month's totals has a few thousand letters. What has more is not searched, and is returned (L-42). */
const mostLetters = 200_000;

/** Texts as far as they are searched; figures hold nobody, and are not counted. */
export function withBoundedTexts(invoice: Invoice): Invoice {
  const kept: InvoiceText[] = [];
  let letters = 0;
  for (const one of invoice.texts) {
    if (one.kind !== 'figure') letters += one.text.length;
    if (letters > mostLetters) return { ...invoice, texts: kept, isTooMuchText: true };
    kept.push(one);
  }
  return invoice;
}
