import { childrenOf, found, has, plainText, textAt, withAll } from '../../reading/xml-element.ts';
import { atMostOne, type FormatRule, formatRule, invoiceLines, says } from './format-rule.ts';

const bis = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const profiles = ['urn:fdc:peppol.eu:2017:poacc:billing:01:1.0', 'urn:peppol:bis:billing_with_response'];

/** What an invoice says of itself. */
export const headRules: readonly FormatRule[] = [
  formatRule('BR-01', '', says('cbc:CustomizationID'), 'Fakturan ska säga vilken specifikation den följer.'),
  formatRule('BR-02', '', says('cbc:ID'), 'Fakturan ska ha ett fakturanummer.'),
  formatRule('BR-03', '', says('cbc:IssueDate'), 'Fakturan ska ha ett fakturadatum.'),
  formatRule(
    'BR-04',
    '',
    says('cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'),
    'Fakturan ska ha en typkod, till exempel 380.',
  ),
  formatRule('BR-05', '', says('cbc:DocumentCurrencyCode'), 'Fakturan ska säga vilken valuta den är i.'),
  formatRule(
    'BR-16',
    '',
    (root) => invoiceLines.some((line) => has(root, line)),
    'Fakturan ska ha minst en fakturarad.',
  ),
  formatRule(
    'PEPPOL-EN16931-R001',
    '',
    (root) => has(root, 'cbc:ProfileID'),
    'Fakturan ska säga vilken process den hör till.',
  ),
  formatRule(
    'PEPPOL-EN16931-R007',
    '',
    (root) => profiles.includes(textAt(root, 'cbc:ProfileID')),
    'Processen ska vara en av Peppols för fakturor.',
  ),
  formatRule('PEPPOL-EN16931-R002', '', atMostOne('cbc:Note'), 'Fakturan får ha högst en anmärkning i huvudet.'),
  formatRule(
    'PEPPOL-EN16931-R003',
    '',
    (root) => has(root, 'cbc:BuyerReference') || has(root, 'cac:OrderReference/cbc:ID'),
    'Fakturan ska ha en köparreferens eller ett ordernummer.',
  ),
  formatRule(
    'PEPPOL-EN16931-R004',
    '',
    (root) =>
      textAt(root, 'cbc:CustomizationID').startsWith(bis) && !textAt(root, 'cbc:CustomizationID').includes('::'),
    'Specifikationen ska vara Peppol BIS Billing 3.',
  ),
  formatRule(
    'PEPPOL-EN16931-R008',
    (root) => [...withAll(root)].filter(({ children, text }) => children.length === 0 && plainText(text) === ''),
    () => false,
    'Ett fält är tomt. Fyll i det eller ta bort det.',
  ),
  formatRule(
    'PEPPOL-EN16931-R080',
    '',
    (root) =>
      root.name !== 'CreditNote' ||
      found(root, 'cac:AdditionalDocumentReference').filter((one) => textAt(one, 'cbc:DocumentTypeCode') === '50')
        .length <= 1,
    'En kreditfaktura får nämna högst ett projekt.',
  ),
  formatRule(
    'BR-CO-03',
    '',
    (root) => !(has(root, 'cbc:TaxPointDate') && has(root, 'cac:InvoicePeriod/cbc:DescriptionCode')),
    'Ange antingen dag för momsen eller en kod för den, inte båda.',
  ),
  formatRule(
    'BR-CO-19',
    'cac:InvoicePeriod',
    (period) => period.children.some(({ name }) => /^cbc:(?:StartDate|EndDate|DescriptionCode)$/.test(name)),
    'Fakturaperioden ska ha en första eller en sista dag.',
  ),
  formatRule(
    'BR-29',
    'cac:InvoicePeriod',
    (period) => !isBackwards(textAt(period, 'cbc:StartDate'), textAt(period, 'cbc:EndDate')),
    'Fakturaperioden slutar innan den börjar.',
  ),
  formatRule(
    'BR-30',
    invoiceLines.map((line) => `${line}/cac:InvoicePeriod`),
    (period) => !isBackwards(textAt(period, 'cbc:StartDate'), textAt(period, 'cbc:EndDate')),
    'En rads period slutar innan den börjar.',
  ),
  formatRule(
    'BR-CO-20',
    invoiceLines.map((line) => `${line}/cac:InvoicePeriod`),
    (period) => has(period, 'cbc:StartDate') || has(period, 'cbc:EndDate'),
    'En rads period ska ha en första eller en sista dag.',
  ),
  formatRule(
    'PEPPOL-EN16931-R110',
    invoiceLines.map((line) => `${line}/cac:InvoicePeriod`),
    (period, root) => !isBackwards(textAt(root, 'cac:InvoicePeriod/cbc:StartDate'), textAt(period, 'cbc:StartDate')),
    'En rads period börjar före fakturans.',
  ),
  formatRule(
    'PEPPOL-EN16931-R111',
    invoiceLines.map((line) => `${line}/cac:InvoicePeriod`),
    (period, root) => !isBackwards(textAt(period, 'cbc:EndDate'), textAt(root, 'cac:InvoicePeriod/cbc:EndDate')),
    'En rads period slutar efter fakturans.',
  ),
  formatRule('BR-52', '//cac:AdditionalDocumentReference', says('cbc:ID'), 'Ett bifogat underlag ska ha ett nummer.'),
  formatRule(
    'BR-55',
    '//cac:BillingReference',
    (one) => childrenOf(one, 'cac:InvoiceDocumentReference').some((reference) => has(reference, 'cbc:ID')),
    'En hänvisning till en tidigare faktura ska ha dess nummer.',
  ),
];

/** Dates in UBL are written so that the order of the texts is that of the days. */
const isBackwards = (from: string, to: string): boolean => from !== '' && to !== '' && to < from;
