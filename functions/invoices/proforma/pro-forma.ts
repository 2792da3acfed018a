import { firstDay, lastDay, plusDays } from '../../../shared/domain/local-date.ts';
import { swedishMonth } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { InvoiceParties } from './invoice-parties.ts';
import type { InvoiceableSum, InvoiceableSums } from './invoiceable-sums.ts';
import { proFormaParties } from './pro-forma-parties.ts';
import { groupElement, kronorText, moneyElement, textElement } from './ubl-text.ts';

const spaces = 'urn:oasis:names:specification:ubl:schema:xsd:';
const common = `xmlns:cac="${spaces}CommonAggregateComponents-2" xmlns:cbc="${spaces}CommonBasicComponents-2"`;

type Vat = InvoiceParties['seller']['vat'];
const vatOf = { E: { id: 'E', percent: '0' }, S25: { id: 'S', percent: '25' } } as const;
const taxOf = (netOre: number, vat: Vat): number => (vat === 'S25' ? Math.floor((netOre + 2) / 4) : 0);

const category = (name: string, vat: Vat, ...more: readonly string[]): string =>
  groupElement(
    name,
    textElement('ID', vatOf[vat].id),
    textElement('Percent', vatOf[vat].percent),
    ...more,
    groupElement('TaxScheme', textElement('ID', 'VAT')),
  );

const period = (first: string, last: string): string =>
  groupElement('InvoicePeriod', textElement('StartDate', first), textElement('EndDate', last));

/** Minutes at the price of an hour: by sixty, so that no third of an hour is lost. */
const line = ({ month, isAdjustment, minutes, amountOre, orePerHour }: InvoiceableSum, at: number, vat: Vat): string =>
  groupElement(
    'InvoiceLine',
    textElement('ID', String(at + 1)),
    textElement('InvoicedQuantity', String(minutes), { unitCode: 'MIN' }),
    moneyElement('LineExtensionAmount', amountOre),
    period(firstDay(month), lastDay(month)),
    groupElement(
      'Item',
      textElement('Name', `${isAdjustment ? 'Justering av hemtjänst' : 'Hemtjänst'} ${swedishMonth(month)}`),
      category('ClassifiedTaxCategory', vat),
    ),
    groupElement(
      'Price',
      textElement('PriceAmount', kronorText(orePerHour), { currencyID: 'SEK' }),
      textElement('BaseQuantity', '60', { unitCode: 'MIN' }),
    ),
  );

const allowance = (ore: number, vat: Vat): string =>
  groupElement(
    'AllowanceCharge',
    textElement('ChargeIndicator', 'false'),
    textElement('AllowanceChargeReason', 'Kvar att dra av från tidigare månader'),
    moneyElement('Amount', ore),
    category('TaxCategory', vat),
  );

const taxes = (netOre: number, vat: Vat): string => {
  const why = vat === 'E' ? [textElement('TaxExemptionReason', 'Social omsorg är undantagen från moms')] : [];
  const amount = moneyElement('TaxAmount', taxOf(netOre, vat));
  const subtotal = groupElement(
    'TaxSubtotal',
    moneyElement('TaxableAmount', netOre),
    amount,
    category('TaxCategory', vat, ...why),
  );
  return groupElement('TaxTotal', amount, subtotal);
};

/** Sums from those before them, as an invoice by Peppol has them. */
function totals({ sums, broughtForwardOre, toInvoiceOre }: InvoiceableSums, vat: Vat): string {
  const toPay = toInvoiceOre + taxOf(toInvoiceOre, vat);
  return groupElement(
    'LegalMonetaryTotal',
    moneyElement(
      'LineExtensionAmount',
      sums.reduce((sum, { amountOre }) => sum + amountOre, 0),
    ),
    moneyElement('TaxExclusiveAmount', toInvoiceOre),
    moneyElement('TaxInclusiveAmount', toPay),
    ...(broughtForwardOre < 0 ? [moneyElement('AllowanceTotalAmount', -broughtForwardOre)] : []),
    moneyElement('PayableAmount', toPay),
  );
}

/** The days to pay in, where the statement does not say a day (D14). */
const daysToPay = 30;

/**
 * A statement as the invoice that its provider may send (L-38 – L-40): it changes number and dates, and has its own
 * program do nothing else. It names the statement by its reference, and nobody (L-42). None is made of nothing.
 */
export function proForma(basis: InvoiceableSums, parties: InvoiceParties): Result<string, 'nothing-to-invoice'> {
  const { reference, sums, broughtForwardOre, toInvoiceOre, sentOn, dueOn = plusDays(sentOn, daysToPay) } = basis;
  if (toInvoiceOre === 0) return refuse('conflict', 'nothing-to-invoice');
  const { vat } = parties.seller;
  const months = sums.map(({ month }) => month).toSorted();
  const elements = [
    textElement('CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
    textElement('ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    textElement('ID', reference),
    textElement('IssueDate', sentOn),
    textElement('DueDate', dueOn),
    textElement('InvoiceTypeCode', '380'),
    textElement('Note', 'Underlag: byt nummer och datum'),
    textElement('DocumentCurrencyCode', 'SEK'),
    textElement('BuyerReference', parties.buyer.buyerReference),
    period(firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? '')),
    groupElement('OrderReference', textElement('ID', reference)),
    ...proFormaParties(basis.provider.name, parties),
    ...(broughtForwardOre < 0 ? [allowance(-broughtForwardOre, vat)] : []),
    taxes(toInvoiceOre, vat),
    totals(basis, vat),
    ...sums.map((sum, at) => line(sum, at, vat)),
  ];
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="${spaces}Invoice-2" ${common}>`;
  return accept(`${[head, ...elements, '</Invoice>'].join('\n')}\n`);
}
