import { found, textAt } from '../../reading/xml-element.ts';
import { atMostOne, buyerParty, type FormatRule, formatRule, invoiceLines, isVat, sellerParty } from './format-rule.ts';

const text = 'Uppgiften får stå högst en gång.';
const once = (id: string, context: string | readonly string[], path: string): FormatRule =>
  formatRule(id, context, atMostOne(path), text);

/** What the standard has once, and UBL by itself would let stand several times. */
export const countRules: readonly FormatRule[] = [
  once('UBL-SR-01', '', 'cac:ContractDocumentReference/cbc:ID'),
  once('UBL-SR-02', '', 'cac:ReceiptDocumentReference/cbc:ID'),
  once('UBL-SR-03', '', 'cac:DespatchDocumentReference/cbc:ID'),
  once('UBL-SR-06', '//cac:BillingReference', 'cac:InvoiceDocumentReference'),
  once('UBL-SR-08', '', 'cac:InvoicePeriod'),
  once('UBL-SR-09', '', `${sellerParty}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once('UBL-SR-10', '', `${sellerParty}/cac:PartyName/cbc:Name`),
  once('UBL-SR-11', '', `${sellerParty}/cac:PartyLegalEntity/cbc:CompanyID`),
  formatRule('UBL-SR-12', sellerParty, (party) => found(party, 'cac:PartyTaxScheme').filter(isVat).length <= 1, text),
  formatRule(
    'UBL-SR-13',
    sellerParty,
    (party) => found(party, 'cac:PartyTaxScheme').filter((tax) => !isVat(tax)).length <= 1,
    text,
  ),
  once('UBL-SR-14', '', `${sellerParty}/cac:PartyLegalEntity/cbc:CompanyLegalForm`),
  once('UBL-SR-15', '', `${buyerParty}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once('UBL-SR-16', '', `${buyerParty}/cac:PartyIdentification/cbc:ID`),
  once('UBL-SR-17', '', `${buyerParty}/cac:PartyLegalEntity/cbc:CompanyID`),
  formatRule(
    'UBL-SR-19',
    'cac:PayeeParty',
    (payee, root) =>
      textAt(payee, 'cac:PartyName/cbc:Name') !==
      textAt(root, `${sellerParty}/cac:PartyLegalEntity/cbc:RegistrationName`),
    'Betalningsmottagaren ska vara någon annan än säljaren.',
  ),
  once('UBL-SR-40', '', `${buyerParty}/cac:PartyName/cbc:Name`),
  // One for value added tax and one for F-tax; the buyer has the first alone.
  once('UBL-SR-18', '', `${buyerParty}/cac:PartyTaxScheme`),
  once('UBL-SR-24', '', 'cac:Delivery'),
  once('UBL-SR-30', '//cac:AllowanceCharge', 'cbc:AllowanceChargeReason'),
  once('UBL-SR-32', '//cac:TaxSubtotal', 'cac:TaxCategory/cbc:TaxExemptionReason'),
  once('UBL-SR-33', '//cac:AdditionalDocumentReference', 'cbc:DocumentDescription'),
  once('UBL-SR-34', invoiceLines, 'cbc:Note'),
  once('UBL-SR-35', invoiceLines, 'cac:OrderLineReference/cbc:LineID'),
  once('UBL-SR-36', invoiceLines, 'cac:InvoicePeriod'),
  once('UBL-SR-37', invoiceLines, 'cac:Price/cac:AllowanceCharge/cbc:Amount'),
  once('UBL-SR-39', '', 'cac:ProjectReference/cbc:ID'),
  once('UBL-SR-45', '', 'cac:PaymentMeans/cbc:PaymentDueDate'),
  once('UBL-SR-49', '', 'cac:InvoicePeriod/cbc:DescriptionCode'),
  once('UBL-SR-50', invoiceLines, 'cac:Item/cbc:Description'),
  once('UBL-SR-51', ['//cac:PostalAddress', '//cac:Address'], 'cac:AddressLine'),
  once('UBL-SR-52', invoiceLines, 'cac:DocumentReference'),
  once('UBL-SR-54', '', 'cac:PaymentMeans/cac:CardAccount'),
  once('UBL-SR-55', '', 'cac:PaymentMeans/cac:PaymentMandate'),
  once('UBL-SR-56', '', 'cac:OriginatorDocumentReference/cbc:ID'),
];
