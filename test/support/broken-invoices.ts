import { each, everywhere, type Mutation, removed, replaced } from './an-invoice.ts';

const amounts = everywhere('85386.25', '85386.26');
const seller = /<cac:AccountingSupplierParty>.*<\/cac:AccountingSupplierParty>/s;
const inSeller =
  (mutate: Mutation): Mutation =>
  (xml) =>
    replaced(seller, mutate(seller.exec(xml)?.[0] ?? ''))(xml);
const buyer = /<cac:AccountingCustomerParty>.*<\/cac:AccountingCustomerParty>/s;
const inBuyer =
  (mutate: Mutation): Mutation =>
  (xml) =>
    replaced(buyer, mutate(buyer.exec(xml)?.[0] ?? ''))(xml);
const line = /<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s;
const inLine =
  (mutate: Mutation): Mutation =>
  (xml) =>
    replaced(line, mutate(line.exec(xml)?.[0] ?? ''))(xml);
const total = /<cac:LegalMonetaryTotal>.*<\/cac:LegalMonetaryTotal>/s;
const inTotal =
  (mutate: Mutation): Mutation =>
  (xml) =>
    replaced(total, mutate(total.exec(xml)?.[0] ?? ''))(xml);
const subtotal = /<cac:TaxSubtotal>.*<\/cac:TaxSubtotal>/s;
const inSubtotal =
  (mutate: Mutation): Mutation =>
  (xml) =>
    replaced(subtotal, mutate(subtotal.exec(xml)?.[0] ?? ''))(xml);
const note = (text: string): Mutation =>
  replaced('</cbc:InvoiceTypeCode>', `</cbc:InvoiceTypeCode><cbc:Note>${text}</cbc:Note>`);
const vatNumber = (number: string): Mutation =>
  inSeller(
    replaced(
      '<cac:PartyTaxScheme>',
      `<cac:PartyTaxScheme><cbc:CompanyID>${number}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme>`,
    ),
  );
const taxed = (percent: string): Mutation =>
  each(
    vatNumber('SE556703748501'),
    everywhere('<cbc:ID>E</cbc:ID><cbc:Percent>0<', `<cbc:ID>S</cbc:ID><cbc:Percent>${percent}<`),
    removed(/<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/),
  );
const plusgiro = (number: string): Mutation =>
  each(replaced('SE:BANKGIRO', 'SE:PLUSGIRO'), replaced('<cbc:ID>50501055<', `<cbc:ID>${number}<`));
const attached =
  '<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">JVBERi0=</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>';
const country = /<cac:Country>.*?<\/cac:Country>/;
const address = /<cac:PostalAddress>.*?<\/cac:PostalAddress>/s;

/** Each a good invoice with one thing changed, by the rule of its format that it breaks. */
export const brokenFormat: Readonly<Record<string, Mutation>> = {
  'BR-01': removed(/<cbc:CustomizationID>.*<\/cbc:CustomizationID>/),
  'BR-02': removed('<cbc:ID>2026-10-P1</cbc:ID>'),
  'BR-03': removed('<cbc:IssueDate>2026-11-13</cbc:IssueDate>'),
  'BR-04': removed('<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>'),
  'BR-05': removed('<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>'),
  'BR-06': inSeller(removed('<cbc:RegistrationName>Omsorg AB</cbc:RegistrationName>')),
  'BR-07': inBuyer(removed('<cbc:RegistrationName>Leksands kommun</cbc:RegistrationName>')),
  'BR-08': inSeller(removed(address)),
  'BR-09': inSeller(removed(country)),
  'BR-10': inBuyer(removed(address)),
  'BR-11': inBuyer(removed(country)),
  'BR-12': inTotal(removed('<cbc:LineExtensionAmount currencyID="SEK">85386.25</cbc:LineExtensionAmount>')),
  'BR-13': inTotal(removed('<cbc:TaxExclusiveAmount currencyID="SEK">85386.25</cbc:TaxExclusiveAmount>')),
  'BR-14': inTotal(removed('<cbc:TaxInclusiveAmount currencyID="SEK">85386.25</cbc:TaxInclusiveAmount>')),
  'BR-15': inTotal(removed('<cbc:PayableAmount currencyID="SEK">85386.25</cbc:PayableAmount>')),
  'BR-16': removed(line),
  'BR-21': inLine(replaced('<cbc:ID>1</cbc:ID>', '<cbc:ID> </cbc:ID>')),
  'BR-22': inLine(removed(/<cbc:InvoicedQuantity.*<\/cbc:InvoicedQuantity>/)),
  'BR-23': inLine(
    each(removed('<cbc:BaseQuantity unitCode="MIN">60</cbc:BaseQuantity>'), replaced(' unitCode="MIN"', '')),
  ),
  'BR-24': inLine(removed('<cbc:LineExtensionAmount currencyID="SEK">85386.25</cbc:LineExtensionAmount>')),
  'BR-25': inLine(removed('<cbc:Name>Hemtjänst oktober 2026</cbc:Name>')),
  'BR-26': inLine(removed(/<cac:Price>.*<\/cac:Price>/)),
  'BR-27': inLine(each(replaced('>415.00<', '>-415.00<'), replaced('>12345<', '>-12345<'))),
  'BR-CO-10': inTotal(
    replaced(
      '<cbc:LineExtensionAmount currencyID="SEK">85386.25<',
      '<cbc:LineExtensionAmount currencyID="SEK">85386.24<',
    ),
  ),
  'BR-CO-13': inTotal(
    replaced(
      '<cbc:TaxExclusiveAmount currencyID="SEK">85386.25<',
      '<cbc:TaxExclusiveAmount currencyID="SEK">85386.24<',
    ),
  ),
  'BR-CO-15': inTotal(
    each(
      replaced(
        '<cbc:TaxInclusiveAmount currencyID="SEK">85386.25<',
        '<cbc:TaxInclusiveAmount currencyID="SEK">85386.26<',
      ),
      replaced('<cbc:PayableAmount currencyID="SEK">85386.25<', '<cbc:PayableAmount currencyID="SEK">85386.26<'),
    ),
  ),
  'BR-CO-16': inTotal(
    replaced('<cbc:PayableAmount currencyID="SEK">85386.25<', '<cbc:PayableAmount currencyID="SEK">85386.26<'),
  ),
  'BR-CO-25': removed('<cbc:DueDate>2026-12-13</cbc:DueDate>'),
  'BR-E-01': (xml) => {
    const one = subtotal.exec(xml)?.[0] ?? '';
    const none = one.replaceAll('85386.25', '0.00');
    return replaced(subtotal, `${one}${none}`)(xml);
  },
  'BR-E-05': inLine(replaced('<cbc:Percent>0<', '<cbc:Percent>6<')),
  'BR-E-08': inSubtotal(replaced('85386.25', '85386.24')),
  'BR-E-10': removed(/<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/),
  'PEPPOL-EN16931-R001': removed(/<cbc:ProfileID>.*<\/cbc:ProfileID>/),
  'PEPPOL-EN16931-R003': each(
    removed('<cbc:BuyerReference>VoO Kundval</cbc:BuyerReference>'),
    removed(/<cac:OrderReference>.*<\/cac:OrderReference>/),
  ),
  'PEPPOL-EN16931-R004': replaced('poacc:billing:3.0', 'poacc:billing:2.0'),
  'PEPPOL-EN16931-R007': replaced('poacc:billing:01:1.0', 'poacc:billing:99:1.0'),
  'PEPPOL-EN16931-R008': replaced('<cbc:BuyerReference>VoO Kundval<', '<cbc:BuyerReference><'),
  'PEPPOL-EN16931-R010': inBuyer(removed(/<cbc:EndpointID.*<\/cbc:EndpointID>/)),
  'PEPPOL-EN16931-R020': inSeller(removed(/<cbc:EndpointID.*<\/cbc:EndpointID>/)),
  'PEPPOL-EN16931-R120': inLine(replaced('>415.00<', '>416.00<')),
  'PEPPOL-COMMON-R049': inSeller(replaced('0007">5567037485</cbc:EndpointID>', '0007">5567037486</cbc:EndpointID>')),
  'SE-R-001': vatNumber('SE5567037485'),
  'SE-R-002': vatNumber('SE55670374850A'),
  'SE-R-003': inSeller(replaced('<cbc:CompanyID schemeID="0007">5567037485<', '<cbc:CompanyID>556703748A<')),
  'SE-R-004': inSeller(replaced('<cbc:CompanyID schemeID="0007">5567037485<', '<cbc:CompanyID>556703748<')),
  'SE-R-005': replaced('Godkänd för F-skatt', 'F-skatt'),
  'SE-R-006': taxed('20'),
  'SE-R-007': plusgiro('4-2'),
  'SE-R-008': replaced('<cbc:ID>50501055<', '<cbc:ID>5050105A<'),
  'SE-R-009': replaced('<cbc:ID>50501055<', '<cbc:ID>505010555<'),
  'SE-R-010': plusgiro('123456789'),
  'SE-R-011': replaced('<cbc:PaymentMeansCode>30<', '<cbc:PaymentMeansCode>56<'),
  'SE-R-012': replaced('<cbc:PaymentMeansCode>30<', '<cbc:PaymentMeansCode>31<'),
  'SE-R-013': inSeller(replaced('<cbc:CompanyID schemeID="0007">5567037485<', '<cbc:CompanyID>5567037486<')),
  'UBL-XSD': each(
    removed('<cbc:DueDate>2026-12-13</cbc:DueDate>'),
    replaced('</cbc:BuyerReference>', '</cbc:BuyerReference><cbc:DueDate>2026-12-13</cbc:DueDate>'),
  ),
  'UBL-CR': replaced('<cbc:BuyerReference>', '<cbc:Signum>X</cbc:Signum><cbc:BuyerReference>'),
  'UBL-TYPE': inSubtotal(replaced('>85386.25<', '>85 386,25<')),
  'UBL-ATTRIBUTE': inTotal(replaced('<cbc:PayableAmount currencyID="SEK">', '<cbc:PayableAmount>')),
  'UBL-TEXT': replaced('<cac:Party>', '<cac:Party>Till er'),
  'UBL-DT-01': inTotal(
    replaced('<cbc:PayableAmount currencyID="SEK">85386.25<', '<cbc:PayableAmount currencyID="SEK">85386.250<'),
  ),
  'PEPPOL-EN16931-F001': replaced('>2026-12-13<', '>2026-12-13Z<'),
  'BR-CL-14': inSeller(replaced('>SE<', '>XX<')),
  'UBL-SR-08': replaced(
    '</cac:InvoicePeriod>',
    '</cac:InvoicePeriod><cac:InvoicePeriod><cbc:StartDate>2026-10-01</cbc:StartDate></cac:InvoicePeriod>',
  ),
};

/** The same for the house's rules, by their code. `PII_ON_INVOICE` and others of many ways have tests of their own. */
export const brokenBusiness: Readonly<Record<string, Mutation>> = {
  WRONG_SELLER: everywhere('5567037485', '5560360793'),
  WRONG_MONTH: each(replaced('2026-10-01', '2026-09-01'), replaced('2026-10-31', '2026-09-30')),
  WRONG_MINUTES: replaced('>12345<', '>12346<'),
  WRONG_AMOUNT: amounts,
  BEFORE_STATEMENT: replaced('<cbc:IssueDate>2026-11-13<', '<cbc:IssueDate>2026-11-12<'),
  NOT_SEK: everywhere('"SEK"', '"EUR"'),
  VAT: each(taxed('25')),
  UNIT: everywhere('unitCode="MIN"', 'unitCode="C62"'),
  ATTACHMENT: replaced('<cac:AccountingSupplierParty>', `${attached}<cac:AccountingSupplierParty>`),
  PII_ON_INVOICE: note('Avser 19121212-1212'),
  CASE_NUMBER: note('Avser ärende A-1001'),
  PAYEE_CHANGED: replaced('<cbc:ID>50501055<', '<cbc:ID>9912346<'),
};
