import type { Invoice } from '../../reading/invoice.ts';
import { plainNumber } from '../../statement-ledger.ts';
import { type BusinessRule, faultWhen } from './business-rule.ts';
import { dueOf, isSameSeller, leftOf, liveFor } from './due.ts';

/** One invoice a statement, but for what has been credited of it: in whole, or the rest to the öre (L-40). */
export const secondInvoice: BusinessRule = {
  rule: 'L-40',
  code: 'SECOND_INVOICE',
  level: 'blocking',
  judge: (invoice, basis) =>
    faultWhen(
      invoice.kind === 'INVOICE' && liveFor(invoice, basis).length > 0 && !dueOf(invoice, basis).isRest,
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
      earlier.some(
        (one) => isSameSeller(one, invoice) && plainNumber(one.number ?? '') === plainNumber(invoice.number ?? ''),
      ),
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
      one.kind === 'INVOICE' &&
      isSameSeller(one, invoice) &&
      plainNumber(one.number ?? '') === plainNumber(invoice.credits ?? ''),
  );

export const creditsTooMuch: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_AMOUNT',
  level: 'blocking',
  judge: (invoice, { statement, earlier }) => {
    if (invoice.kind !== 'CREDIT') return [];
    const credited = creditedBy(invoice, earlier);
    const most = credited ? leftOf(credited, earlier) : statement.toInvoiceOre;
    const ore = invoice.netOre ?? 0;
    return faultWhen(
      ore <= 0 || ore > most,
      invoice.places.net,
      ore <= 0 ? 'Kreditfakturans belopp ska vara större än noll.' : notMore,
    );
  },
};
