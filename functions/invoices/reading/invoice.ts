import type { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import type { Exact } from './exact.ts';

/**
 * What a text of an invoice is for, which says what may stand in it: `seller` a number that the seller is known by,
 * `series` a number out of a row of them (the invoice's own, an OCR number), `number` what else identifies something,
 * `figure` an amount, a quantity or a day, `page` all that stands on a page, figures among words, `words` all else.
 */
export type InvoiceText = {
  readonly at: string;
  readonly text: string;
  readonly kind: 'seller' | 'series' | 'number' | 'figure' | 'page' | 'words';
};

/** An account that the invoice asks to be paid to; `kind` when it says what kind of account it is. */
export type Payee = {
  readonly at: string;
  readonly account: string;
  readonly kind?: 'bankgiro' | 'plusgiro' | 'other';
};

/** Days that the invoice says that it is for; one of the two may be left out. */
export type Stretch = { readonly at: string; readonly from?: LocalDate; readonly to?: LocalDate };

/** A tax as it is stated: its category (UNCL 5305) and rate. */
export type StatedTax = { readonly at: string; readonly category: string; readonly percent?: Exact };

/**
 * An invoice or a credit note, whatever file it came in. What it does not say, or not so that it can be counted with, is
 * undefined. Öre are whole; `netOre` is without tax. A credit note's figures are positive.
 */
export type Invoice = {
  readonly kind: 'INVOICE' | 'CREDIT';
  readonly number?: string;
  readonly issueDate?: LocalDate;
  readonly dueDate?: LocalDate;
  /** The number of the invoice that it credits. */
  readonly credits?: string;
  readonly currencies: readonly { readonly at: string; readonly code: string }[];
  /** By which the seller says who it is: ten digits, or as it is written. */
  readonly sellerId?: string;
  readonly stretches: readonly Stretch[];
  readonly month?: Month;
  readonly minutes?: number;
  /** Lines whose quantity is not in a unit of time. */
  readonly otherUnits: readonly string[];
  readonly netOre?: number;
  readonly vatOre?: number;
  readonly payableOre?: number;
  readonly taxes: readonly StatedTax[];
  readonly payees: readonly Payee[];
  /** Somebody else than the seller is to be paid. */
  readonly otherPayee?: string;
  /** Where files are embedded. */
  readonly embedded: readonly string[];
  /** To whom and where it is sent, line by line; undefined where the file has no place for it. */
  readonly address?: readonly string[];
  readonly texts: readonly InvoiceText[];
  /** It has more text than is kept and searched: it is returned for that (L-42). */
  readonly isTooMuchText?: boolean;
  /** Where each of these is, for who is told of a fault. */
  readonly places: Readonly<Record<InvoicePart, string>>;
};

type InvoicePart =
  | 'number'
  | 'issueDate'
  | 'dueDate'
  | 'seller'
  | 'month'
  | 'minutes'
  | 'net'
  | 'vat'
  | 'payable'
  | 'credits'
  | 'address';

/** Ten digits of an organisation number, however it is written; what is none as it is, without blanks and case. */
export function sellerNumber(text: string): string {
  const digits = text.replace(/^SE(?=\d{10}01$)/i, '').replace(/[\s-]/g, '');
  if (/^\d{10}01$/.test(digits) && /^SE/i.test(text)) return digits.slice(0, 10);
  return /^(?:\d\d)?\d{10}$/.test(digits) ? digits.slice(-10) : digits.toUpperCase();
}
