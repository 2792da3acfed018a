import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvoiceableMonth, InvoiceBasis } from '../../functions/invoices/basis.ts';
import type { Invoice } from '../../functions/invoices/reading/invoice.ts';
import { type ReadInvoice, readInvoice } from '../../functions/invoices/reading/read-invoice.ts';

/** A file of `test/fixtures/peppol`, which others have made and judged. */
export const peppolFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/peppol', name), 'utf8');

/** What the invoices of these tests are for: 12 345 minutes at 415,00 kr. */
export const anInvoiceableMonth = (over: Partial<InvoiceableMonth> = {}): InvoiceableMonth => ({
  providerId: 'P1',
  month: '2026-10',
  sentOn: '2026-11-13',
  minutes: 12_345,
  toInvoiceOre: 8_538_625,
  months: ['2026-10'],
  caseNumbers: ['A-1001', 'A-1002', '70123'],
  invoiceAddress: 'Leksands kommun\nFakturaenheten VoO Kundval\n793 80 LEKSAND',
  reference: 'U-0123-4567-89ab-cdef',
  ...over,
});

export const anInvoiceBasis = (over: Partial<InvoiceBasis> = {}): InvoiceBasis => ({
  statement: anInvoiceableMonth(),
  seller: { orgNo: '5567037485', vat: 'E', bankgiro: '5050-1055' },
  customers: ['Elsa Provdal', 'Bertil Exempelström', 'Maj-Britt Ågren-Sköld'],
  earlier: [],
  ...over,
});

/** One change of a text, which must be there to change: a change that does nothing tests nothing. */
export type Mutation = (xml: string) => string;

export const replaced =
  (from: string | RegExp, to: string): Mutation =>
  (xml) => {
    const changed = xml.replace(from, () => to);
    if (changed === xml) throw new Error(`nothing to change: ${from}`);
    return changed;
  };

export const removed = (from: string | RegExp): Mutation => replaced(from, '');

/** Several, one after another. */
export const each =
  (...mutations: readonly Mutation[]): Mutation =>
  (xml) =>
    mutations.reduce((text, mutate) => mutate(text), xml);

/** Every time that it is there. */
export const everywhere =
  (from: string, to: string): Mutation =>
  (xml) => {
    if (!xml.includes(from)) throw new Error(`nothing to change: ${from}`);
    return xml.replaceAll(from, to);
  };

/** An invoice in which nothing is wrong, with the statement's reference. */
export const goodInvoice: string = replaced(
  '</cac:InvoicePeriod>',
  '</cac:InvoicePeriod><cac:OrderReference><cbc:ID>U-0123-4567-89ab-cdef</cbc:ID></cac:OrderReference>',
)(peppolFile('01-valid-85386.25.xml'));

const line = /<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s;
const oneLine = line.exec(goodInvoice)?.[0] ?? '';

const lineOf = (id: string, minutes: string, amount: string): string =>
  oneLine
    .replace('<cbc:ID>1<', `<cbc:ID>${id}<`)
    .replace('>12345<', `>${minutes}<`)
    .replace('>85386.25<', `>${amount}<`);

/** Another way to write an invoice in which nothing is wrong. */
export const goodInvoices: Readonly<Record<string, string>> = {
  'as it is': goodInvoice,
  'with a negative line': replaced(
    line,
    lineOf('1', '13000', '89916.67') + lineOf('2', '-655', '-4530.42'),
  )(goodInvoice),
  'in hours': each(
    everywhere('unitCode="MIN"', 'unitCode="HUR"'),
    replaced('>12345<', '>205.75<'),
    replaced('<cbc:BaseQuantity unitCode="HUR">60<', '<cbc:BaseQuantity unitCode="HUR">1<'),
  )(goodInvoice),
  'with other prefixes': each(
    everywhere('cbc:', 'p:'),
    everywhere('xmlns:cbc', 'xmlns:p'),
    everywhere('cac:', 'q:'),
    everywhere('xmlns:cac', 'xmlns:q'),
    replaced('<Invoice xmlns=', '<r:Invoice xmlns:r='),
    replaced('</Invoice>', '</r:Invoice>'),
  )(goodInvoice),
};

/** The same sums as a credit note of it. */
export const goodCreditNote: string = each(
  everywhere('schema:xsd:Invoice-2', 'schema:xsd:CreditNote-2'),
  replaced('<Invoice ', '<CreditNote '),
  replaced('</Invoice>', '</CreditNote>'),
  everywhere('cac:InvoiceLine', 'cac:CreditNoteLine'),
  everywhere('cbc:InvoicedQuantity', 'cbc:CreditedQuantity'),
  replaced('<cbc:DueDate>2026-12-13</cbc:DueDate>', ''),
  replaced('<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>'),
  replaced('<cbc:ID>2026-10-P1<', '<cbc:ID>K-2026-10-P1<'),
  replaced(
    '</cac:OrderReference>',
    '</cac:OrderReference><cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-10-P1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>',
  ),
  replaced(
    '</cac:PaymentMeans>',
    '</cac:PaymentMeans><cac:PaymentTerms><cbc:Note>Dras av från fakturan.</cbc:Note></cac:PaymentTerms>',
  ),
)(goodInvoice);

/** What a text is read as. */
export function readAs(text: string): ReadInvoice {
  const read = readInvoice(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

export const invoiceOf = (text: string): Invoice => readAs(text).invoice;

/** Figures as somebody keys them from the same invoice. */
export const figures = (over: object = {}): string =>
  JSON.stringify({
    ...{ number: '2026-10-P1', issueDate: '2026-11-13', dueDate: '2026-12-13', sellerOrgNo: '556703-7485' },
    ...{ reference: 'U-0123-4567-89ab-cdef', month: '2026-10', minutes: 12_345, amountOre: 8_538_625, vatOre: 0 },
    ...{ payee: '5050-1055', texts: ['Hemtjänst oktober 2026'], credits: null },
    ...over,
  });
