import type { InvoiceText } from '../../reading/invoice.ts';

/** As people write it: in any case, with or without what is between its parts. */
const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether some text of an invoice holds the statement's reference. */
export const refersTo = (texts: readonly InvoiceText[], reference: string | undefined): boolean =>
  reference !== undefined && texts.some(({ text }) => squashed(text).includes(squashed(reference)));

/** Whether an invoice refers to some statement. */
export const refersToAny = (texts: readonly InvoiceText[]): boolean =>
  texts.some(({ text }) => /\bU(?:-[0-9a-f]{4}){4}\b/i.test(text));
