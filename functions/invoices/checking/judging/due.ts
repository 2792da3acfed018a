import type { InvoiceableMonth, InvoiceBasis } from '../../basis.ts';
import type { Invoice } from '../../reading/invoice.ts';
import { plainNumber } from '../../statement-ledger.ts';
import { refersTo, refersToAny } from './reference.ts';

export const isSameSeller = (one: Invoice, other: Invoice): boolean => one.sellerId === other.sellerId;

/** Whether an invoice is for that statement: by its reference, else by its month. */
function isFor({ texts, month, stretches, netOre }: Invoice, statement: InvoiceableMonth): boolean {
  if (refersTo(texts, statement.reference)) return true;
  if (refersToAny(texts)) return false;
  // What says its month alone is for the month's own statement, unless its amount is the settlement's.
  if (statement.isSettlement && netOre !== statement.toInvoiceOre) return false;
  return month === statement.month || stretches.some(({ from, to }) => (from ?? to)?.startsWith(statement.month));
}

const creditsOf = (invoice: Invoice, earlier: readonly Invoice[]): readonly Invoice[] =>
  earlier.filter(
    (one) =>
      one.kind === 'CREDIT' &&
      isSameSeller(one, invoice) &&
      plainNumber(one.credits ?? '') === plainNumber(invoice.number ?? ''),
  );

/** What is left of an invoice when its credit notes are taken off. */
export const leftOf = (invoice: Invoice, earlier: readonly Invoice[]): number =>
  creditsOf(invoice, earlier).reduce((left, { netOre = 0 }) => left - netOre, invoice.netOre ?? 0);

/** The seller's earlier invoices for the statement of which something is left. */
export const liveFor = (invoice: Invoice, { statement, earlier }: InvoiceBasis): readonly Invoice[] =>
  earlier.filter(
    (one) =>
      one.kind === 'INVOICE' &&
      isSameSeller(one, invoice) &&
      isFor(one, statement) &&
      (one.netOre === undefined || leftOf(one, earlier) > 0),
  );

/** Of a sum in which somebody has said nothing nobody knows anything. */
const sumOf = (all: readonly (number | undefined)[]): number | undefined =>
  all.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);

/** What an invoice is to be of: whole minutes, which are not judged where they cannot be known, and öre without tax. */
export type Due = { readonly minutes: number | undefined; readonly ore: number; readonly isRest: boolean };

/**
 * What the statement lets be invoiced; where an earlier invoice of it has been credited in part, and this one is of exactly
 * the öre that are then left, the rest of it (L-40).
 */
export function dueOf(invoice: Invoice, basis: InvoiceBasis): Due {
  const { statement, earlier } = basis;
  const whole = { minutes: statement.minutes, ore: statement.toInvoiceOre, isRest: false };
  const live = liveFor(invoice, basis);
  const credits = live.flatMap((one) => creditsOf(one, earlier));
  if (credits.length === 0 || live.some(({ netOre }) => netOre === undefined)) return whole;
  const ore = live.reduce((left, one) => left - leftOf(one, earlier), statement.toInvoiceOre);
  if (ore <= 0 || invoice.netOre !== ore) return whole;
  const invoiced = sumOf(live.map(({ minutes }) => minutes));
  const credited = sumOf(credits.map(({ minutes }) => minutes));
  const isKnown = invoiced !== undefined && credited !== undefined;
  return { minutes: isKnown ? statement.minutes - invoiced + credited : undefined, ore, isRest: true };
}
