import type { LocalDate, Month } from '../../shared/domain/local-date.ts';
import type { Invoice } from './reading/invoice.ts';

/** What the head has sent and may be invoiced (L-38, L-39): sums, and whose cases must not be named. */
export type InvoiceableMonth = {
  readonly providerId: string;
  readonly month: Month;
  /** The local day on which it was sent. */
  readonly sentOn: LocalDate;
  /** Of the month itself and of all adjustments in it. */
  readonly minutes: number;
  readonly toInvoiceOre: number;
  /** The month itself and those that it adjusts. */
  readonly months: readonly Month[];
  readonly caseNumbers: readonly string[];
  /** It settles what no later month takes along, beside the month's own statement. */
  readonly isSettlement?: boolean;
  readonly invoiceAddress: string;
  /** What the invoice is to refer to; undefined when the record's sum is not known. */
  readonly reference?: string;
};

/** How a provider is registered, as far as it is. */
export type RegisteredSeller = {
  /** Ten digits. */
  readonly orgNo?: string;
  /** Exempt, as social care is, or liable to tax of 25 per cent. */
  readonly vat: 'E' | 'S25';
  readonly bankgiro?: string;
  readonly plusgiro?: string;
};

/** What an invoice is held against, and nothing later than its own statement. */
export type InvoiceBasis = {
  readonly statement: InvoiceableMonth;
  readonly seller: RegisteredSeller;
  /** What the provider's customers of that month are called (L-42). */
  readonly customers: readonly string[];
  /** The invoices and credit notes that have come before it and were not returned. */
  readonly earlier: readonly Invoice[];
  /** Whether those are all that there are, as where invoices are filed; a file alone knows of none. */
  readonly isAllKnown?: boolean;
};
