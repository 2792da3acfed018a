import { found, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';
import {
  allowanceReasons,
  chargeReasons,
  countries,
  endpointSchemes,
  exemptionReasons,
  paymentMeans,
} from './code-lists.ts';
import { type Context, type FormatRule, formatRule, isOneOf, isVat, ofKind } from './format-rule.ts';

const inList = (list: ReadonlySet<string>) => (element: XmlElement) => list.has(plainText(element.text));
const schemeIn =
  (isKnown: (scheme: string) => boolean) =>
  ({ attributes }: XmlElement) =>
    isKnown(attributes.get('schemeID') ?? '');
const schemed =
  (...paths: readonly string[]): Context =>
  (root) =>
    paths.flatMap((path) => found(root, path)).filter(({ attributes }) => attributes.has('schemeID'));

/** ISO 6523: the registers of organisations; two of the numbers are not given out. */
const isRegister = (scheme: string): boolean =>
  /^0\d{3}$/.test(scheme) && scheme >= '0002' && scheme <= '0248' && !['0092', '0103', '0181', '0182'].includes(scheme);

const reasonsOf = (isCharge: boolean) => (root: XmlElement) =>
  ofKind(found(root, '//cac:AllowanceCharge'), isCharge).flatMap((one) => found(one, 'cbc:AllowanceChargeReasonCode'));

/** Of the codes of these lists only those that are for something here; the others have not been met. */
const noteSubjects = ['AAI', 'ABL', 'CUS', 'REG', 'SUR', 'TXD'];
const itemLists = ['CG', 'EN', 'MP', 'SRV', 'STI', 'TSN', 'ZZZ'];

const dates = ['IssueDate', 'DueDate', 'TaxPointDate', 'StartDate', 'EndDate', 'ActualDeliveryDate'];

/** Codes, each from its list. */
export const codeRules: readonly FormatRule[] = [
  formatRule(
    'PEPPOL-EN16931-P0100',
    'cbc:InvoiceTypeCode',
    isOneOf(
      ...['71', '80', '82', '84', '102', '218', '219', '331', '380', '382', '383', '386', '388', '393', '395'],
      ...['553', '575', '623', '780', '817', '870', '875', '876', '877'],
    ),
    'Typkoden ska vara en fakturas, till exempel 380.',
  ),
  formatRule(
    'PEPPOL-EN16931-P0101',
    'cbc:CreditNoteTypeCode',
    isOneOf('381', '396', '81', '83', '532'),
    'Typkoden ska vara en kreditfakturas, till exempel 381.',
  ),
  formatRule(
    'BR-CL-06',
    '//cac:InvoicePeriod/cbc:DescriptionCode',
    isOneOf('3', '35', '432'),
    'Koden för momsens dag finns inte.',
  ),
  formatRule('BR-CL-14', '//cac:Country/cbc:IdentificationCode', inList(countries), 'Landskoden finns inte.'),
  formatRule(
    'BR-CL-15',
    '//cac:OriginCountry/cbc:IdentificationCode',
    inList(countries),
    'Ursprungslandets kod finns inte.',
  ),
  formatRule(
    'BR-CO-09',
    (root) => found(root, '//cac:PartyTaxScheme').filter(isVat),
    (tax) => countries.has(textAt(tax, 'cbc:CompanyID').slice(0, 2).replace('EL', 'GR')),
    'Momsregistreringsnumret ska börja med en landskod.',
  ),
  formatRule(
    'BR-CL-16',
    '//cac:PaymentMeans/cbc:PaymentMeansCode',
    inList(paymentMeans),
    'Betalningssättets kod finns inte.',
  ),
  formatRule('BR-CL-19', reasonsOf(false), inList(allowanceReasons), 'Koden för avdragets skäl finns inte.'),
  formatRule('BR-CL-20', reasonsOf(true), inList(chargeReasons), 'Koden för tilläggets skäl finns inte.'),
  formatRule(
    'BR-CL-22',
    '//cbc:TaxExemptionReasonCode',
    ({ text }) => exemptionReasons.has(plainText(text).toUpperCase()),
    'Koden för varför något är undantaget från moms finns inte.',
  ),
  formatRule(
    'PEPPOL-EN16931-P0104',
    ['//cac:TaxCategory', '//cac:ClassifiedTaxCategory'],
    (tax) => !/^VATEX-EU-(?:G|O|IC|AE)$/i.test(textAt(tax, 'cbc:TaxExemptionReasonCode')),
    'Koden för varför något är undantaget från moms hör till en annan momskategori.',
  ),
  formatRule(
    'PEPPOL-EN16931-CL008',
    schemed('//cbc:EndpointID'),
    schemeIn((scheme) => endpointSchemes.has(scheme)),
    'Sorten av elektronisk adress finns inte.',
  ),
  formatRule(
    'BR-CL-10',
    schemed('//cac:PartyIdentification/cbc:ID'),
    schemeIn((scheme) => isRegister(scheme) || scheme === 'SEPA'),
    'Registret som ett nummer är ur finns inte.',
  ),
  formatRule(
    'BR-CL-11',
    schemed('//cac:PartyLegalEntity/cbc:CompanyID'),
    schemeIn(isRegister),
    'Registret som ett organisationsnummer är ur finns inte.',
  ),
  formatRule(
    'BR-CL-21',
    schemed('//cac:StandardItemIdentification/cbc:ID', '//cac:DeliveryLocation/cbc:ID'),
    schemeIn(isRegister),
    'Registret som ett nummer är ur finns inte.',
  ),
  formatRule(
    'BR-CL-13',
    '//cbc:ItemClassificationCode',
    ({ attributes }) => itemLists.includes(attributes.get('listID') ?? 'ZZZ'),
    'Listan som en artikelgrupp är ur används inte här.',
  ),
  formatRule(
    'BR-CL-07',
    schemed('//cac:AdditionalDocumentReference/cbc:ID', '//cac:DocumentReference/cbc:ID'),
    () => false,
    'Ett underlags nummer ska stå utan sort.',
  ),
  formatRule(
    'BR-CL-08',
    'cbc:Note',
    ({ text }) => {
      const subject = /^[^#]*#([^#]{3})#/.exec(text)?.[1];
      return subject === undefined || noteSubjects.includes(subject);
    },
    'Anmärkningens ämne finns inte.',
  ),
  formatRule(
    'PEPPOL-EN16931-F001',
    dates.map((name) => `//cbc:${name}`),
    ({ text }) => isDay(text),
    'Ett datum ska skrivas ÅÅÅÅ-MM-DD och finnas.',
  ),
];

/** A day that there is, and nothing else. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
