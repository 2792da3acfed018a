import { findPersonIds, holdsPersonId } from '../../../../shared/domain/person-id.ts';
import type { InvoiceBasis } from '../../basis.ts';
import { type Invoice, type InvoiceText, sellerNumber } from '../../reading/invoice.ts';
import { type BusinessRule, faultsAt, faultWhen } from './business-rule.ts';
import { caseNumberFinder } from './case-numbers.ts';
import { nameFinder } from './customer-names.ts';
import { hiddenPersonIds } from './hidden-person-ids.ts';

/** A text without the statement's own reference, whose digits are nobody's. */
const without = ({ text }: InvoiceText, reference: string | undefined): string =>
  reference === undefined ? text : text.replaceAll(reference, ' ');

/** Whether a text holds a person's number that may not stand there: only a sole trader's own, where it says who it is. */
function holdsNumber(one: InvoiceText, own: string | undefined, reference: string | undefined): boolean {
  const text = without(one, reference);
  if (one.kind === 'figure') return false;
  if (one.kind === 'seller') return holdsPersonId(text) && sellerNumber(text) !== own;
  if (hiddenPersonIds(text).some((ten) => one.kind !== 'page' || ten !== own)) return true;
  // Of a whole page nobody knows what is the seller's field: its own number is nobody else's.
  if (one.kind === 'page')
    return findPersonIds(text).some(({ at, length }) => sellerNumber(text.slice(at, at + length)) !== own);
  // A row of ten digits in a series of numbers is one of these, as the detector has it of what is paid by.
  return findPersonIds(one.kind === 'series' ? `ocr ${text}` : text).length > 0;
}

/** Where a customer is named: by first name and surname together, or by surname alone. */
function placesNaming(
  { texts }: Invoice,
  { customers, statement }: InvoiceBasis,
  wanted: 'whole' | 'surname',
): string[] {
  const nameIn = nameFinder(customers);
  return texts
    .filter((one) => one.kind !== 'figure' && nameIn(without(one, statement.reference)) === wanted)
    .map(({ at }) => at);
}

/** No personal data on the invoice: nobody's number, and no customer's name (L-42). */
export const personalData: BusinessRule = {
  rule: 'L-42',
  code: 'PII_ON_INVOICE',
  level: 'blocking',
  judge: (invoice, basis) => {
    const own = basis.seller.orgNo ?? invoice.sellerId;
    const numbers = invoice.texts.filter((one) => holdsNumber(one, own, basis.statement.reference)).map(({ at }) => at);
    return faultsAt(
      [...numbers, ...placesNaming(invoice, basis, 'whole')],
      'Här står en personuppgift. På en faktura får inga personuppgifter stå.',
    );
  },
};

/** A surname can be a street's or a firm's; a person looks (L-42). */
export const perhapsName: BusinessRule = {
  rule: 'L-42',
  code: 'NAME_MAYBE',
  level: 'warning',
  judge: (invoice, basis) =>
    faultsAt(placesNaming(invoice, basis, 'surname'), 'Här står något som kan vara en kunds efternamn.'),
};

/** What may name a case: on a page the amounts, which are written with decimals, are none. */
const proseOf = (one: InvoiceText, reference: string | undefined): string =>
  one.kind === 'page'
    ? without(one, reference).replace(/\d[\d \u00a0.]{0,20},\d\d(?!\d)/g, ' ')
    : without(one, reference);

/** Totals only: no case numbers on the invoice (A47); the statement has the lines. */
export const caseNumber: BusinessRule = {
  rule: 'L-42',
  code: 'CASE_NUMBER',
  level: 'blocking',
  judge: ({ texts }, { statement }) => {
    const holds = caseNumberFinder(statement.caseNumbers);
    return faultsAt(
      texts
        .filter(({ kind }) => kind !== 'figure' && kind !== 'seller')
        .filter((one) => holds(proseOf(one, statement.reference), one.kind === 'words' || one.kind === 'page'))
        .map(({ at }) => at),
      'Här står ett ärendenummer. Fakturan ska bara ha månadens summor.',
    );
  },
};

/** What is within an embedded file cannot be seen to hold nobody's data (L-42). */
export const attachment: BusinessRule = {
  rule: 'L-42',
  code: 'ATTACHMENT',
  level: 'blocking',
  judge: ({ embedded }) => faultsAt(embedded, 'Fakturan har en bifogad fil. Skicka den utan.'),
};

/** Totals have a few thousand letters. What is not searched may hold anybody (L-42). */
export const tooMuchText: BusinessRule = {
  rule: 'L-42',
  code: 'TOO_MUCH_TEXT',
  level: 'blocking',
  judge: ({ isTooMuchText = false }) => faultWhen(isTooMuchText, '/', 'Fakturan har mer text än som kan sökas igenom.'),
};
