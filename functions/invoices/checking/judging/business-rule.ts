import type { InvoiceBasis } from '../../basis.ts';
import type { Invoice } from '../../reading/invoice.ts';

type BusinessCode =
  | 'WRONG_SELLER'
  | 'WRONG_MONTH'
  | 'WRONG_MINUTES'
  | 'WRONG_AMOUNT'
  | 'CREDITS_NOTHING'
  | 'SECOND_INVOICE'
  | 'SAME_NUMBER'
  | 'BEFORE_STATEMENT'
  | 'NOTHING_TO_INVOICE'
  | 'NOT_SEK'
  | 'VAT'
  | 'UNIT'
  | 'ATTACHMENT'
  | 'PII_ON_INVOICE'
  | 'CASE_NUMBER'
  | 'TOO_MUCH_TEXT'
  | 'PAYEE_CHANGED'
  | 'WRONG_ADDRESS'
  | 'NO_REFERENCE'
  | 'DUE_EARLY'
  | 'NAME_MAYBE';

/** Something wrong at a place, in words that never repeat what is written there. */
export type InvoiceFault = { readonly at: string; readonly text: string };

/** One rule of the house about an invoice, by its code and the routine's sentence that it carries out. */
export type BusinessRule = {
  readonly rule: string;
  readonly code: BusinessCode;
  readonly level: 'blocking' | 'warning';
  readonly judge: (invoice: Invoice, basis: InvoiceBasis) => readonly InvoiceFault[];
};

/** The fault at a place when something is so, else none. */
export const faultWhen = (is: boolean, at: string, text: string): readonly InvoiceFault[] => (is ? [{ at, text }] : []);

/** The same fault at several places, each once. */
export const faultsAt = (places: readonly string[], text: string): readonly InvoiceFault[] =>
  [...new Set(places)].map((at) => ({ at, text }));
