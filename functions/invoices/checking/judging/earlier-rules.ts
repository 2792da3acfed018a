import type { InvoiceableMonth, InvoiceBasis } from '../../basis.ts';
import type { Invoice } from '../../reading/invoice.ts';
import { type BusinessRule, faultWhen } from './business-rule.ts';
import { refersTo, refersToAny } from './reference.ts';

/** A number as it is the same in any case and spacing. */
const sameNumber = (number: string | undefined): string =>
  (number ?? '').normalize('NFKC').replace(/\s/gu, '').toLowerCase();

const isSameSeller = (one: Invoice, other: Invoice): boolean => one.sellerId === other.sellerId;

/** Whether an invoice is for that statement: by its reference, else by its month. */
function isFor({ texts, month, stretches, netOre }: Invoice, statement: InvoiceableMonth): boolean {
  if (refersTo(texts, statement.reference)) return true;
  if (refersToAny(texts)) return false;
  // What says its month alone is for the month's own statement, unless its amount is the settlement's.
  if (statement.isSettlement && netOre !== statement.toInvoiceOre) return false;
  return month === statement.month || stretches.some(({ from, to }) => (from ?? to)?.startsWith(statement.month));
}

const oreIn = (all: readonly Invoice[]): number => all.reduce((sum, { netOre = 0 }) => sum + netOre, 0);

/** What is left of an invoice when its credit notes are taken off. */
function liveOre(invoice: Invoice, earlier: readonly Invoice[]): number {
  const credits = earlier.filter(
    (one) =>
      one.kind === 'CREDIT' && isSameSeller(one, invoice) && sameNumber(one.credits) === sameNumber(invoice.number),
  );
  return (invoice.netOre ?? 0) - oreIn(credits);
}

const liveFor = (invoice: Invoice, { statement, earlier }: InvoiceBasis): readonly Invoice[] =>
  earlier.filter(
    (one) =>
      one.kind === 'INVOICE' &&
      isSameSeller(one, invoice) &&
      isFor(one, statement) &&
      (one.netOre === undefined || liveOre(one, earlier) > 0),
  );

/** One invoice a statement, but for one that has been credited in whole (L-40). */
export const secondInvoice: BusinessRule = {
  rule: 'L-40',
  code: 'SECOND_INVOICE',
  level: 'blocking',
  judge: (invoice, basis) =>
    faultWhen(
      invoice.kind === 'INVOICE' && liveFor(invoice, basis).length > 0,
      invoice.places.number,
      'Sammanställningen är redan fakturerad. Månaden faktureras en gång.',
    ),
};

export const numberUsed: BusinessRule = {
  rule: 'L-40',
  code: 'SAME_NUMBER',
  level: 'blocking',
  judge: (invoice, { earlier }) =>
    faultWhen(
      earlier.some((one) => isSameSeller(one, invoice) && sameNumber(one.number) === sameNumber(invoice.number)),
      invoice.places.number,
      'Fakturanumret är redan använt av samma säljare.',
    ),
};

const notMore = 'Kreditfakturan är på mer än det som är kvar av fakturan som den krediterar.';

/**
 * A credit note names the invoice that it takes something off, and never takes more than there is of it. Where nothing
 * earlier is known the statement is the most that there can be.
 */
export const creditsNothing: BusinessRule = {
  rule: 'L-40',
  code: 'CREDITS_NOTHING',
  level: 'blocking',
  judge: (invoice, { earlier, isAllKnown = false }) => {
    if (invoice.kind !== 'CREDIT') return [];
    if (invoice.credits === undefined)
      return faultWhen(true, invoice.places.credits, 'Kreditfakturan ska ha numret på fakturan som den krediterar.');
    if (earlier.length === 0 && !isAllKnown) return [];
    const isKnown = creditedBy(invoice, earlier) !== undefined;
    return faultWhen(
      !isKnown,
      invoice.places.credits,
      'Fakturan som krediteras har inte kommit in, eller är återsänd.',
    );
  },
};

const creditedBy = (invoice: Invoice, earlier: readonly Invoice[]): Invoice | undefined =>
  earlier.find(
    (one) =>
      one.kind === 'INVOICE' && isSameSeller(one, invoice) && sameNumber(one.number) === sameNumber(invoice.credits),
  );

export const creditsTooMuch: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_AMOUNT',
  level: 'blocking',
  judge: (invoice, { statement, earlier }) => {
    if (invoice.kind !== 'CREDIT') return [];
    const credited = creditedBy(invoice, earlier);
    const most = credited ? liveOre(credited, earlier) : statement.toInvoiceOre;
    const ore = invoice.netOre ?? 0;
    return faultWhen(
      ore <= 0 || ore > most,
      invoice.places.net,
      ore <= 0 ? 'Kreditfakturans belopp ska vara större än noll.' : notMore,
    );
  },
};
