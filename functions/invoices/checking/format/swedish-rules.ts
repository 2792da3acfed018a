import { compare, exactIn, exactly } from '../../reading/exact.ts';
import { found, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { type FormatRule, formatRule, isVat, sellerParty } from './format-rule.ts';
import { isOrganisationNumber } from './organisation-number.ts';

const countryOf = (party: XmlElement) => textAt(party, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode');

/** The seller, when it is Swedish: it alone is judged by Sweden's rules. */
const swedish = (root: XmlElement) => found(root, sellerParty).filter((party) => countryOf(party) === 'SE');
const vatNumbers = (root: XmlElement) =>
  swedish(root).flatMap((party) =>
    found(party, 'cac:PartyTaxScheme')
      .filter(isVat)
      .flatMap((tax) => found(tax, 'cbc:CompanyID'))
      .filter(({ text }) => text.startsWith('SE')),
  );
const companyIds = (root: XmlElement) =>
  swedish(root).flatMap((party) => found(party, 'cac:PartyLegalEntity/cbc:CompanyID'));
const otherTax = (root: XmlElement) =>
  companyIds(root).length === 0
    ? []
    : swedish(root).flatMap((party) =>
        found(party, 'cac:PartyTaxScheme')
          .filter((tax) => !isVat(tax))
          .flatMap((tax) => found(tax, 'cbc:CompanyID')),
      );
const taxes = (root: XmlElement) =>
  vatNumbers(root).length === 0
    ? []
    : [...found(root, '//cac:TaxCategory'), ...found(root, '//cac:ClassifiedTaxCategory')].filter(
        (tax) => textAt(tax, 'cbc:ID') === 'S',
      );

const paidWith = (codes: readonly string[]) => (root: XmlElement) =>
  swedish(root).length === 0
    ? []
    : found(root, '//cac:PaymentMeans').filter((one) => codes.includes(textAt(one, 'cbc:PaymentMeansCode')));
const accounts = (kind: string) => (root: XmlElement) =>
  paidWith(['30'])(root)
    .flatMap((one) => found(one, 'cac:PayeeFinancialAccount'))
    .filter((account) => textAt(account, 'cac:FinancialInstitutionBranch/cbc:ID') === kind)
    .flatMap((account) => found(account, 'cbc:ID'));

const matches = (form: RegExp) => (element: XmlElement) => form.test(plainText(element.text));
const digits = matches(/^\d+$/);

/** The rates that Sweden has. */
const rates = [25, 12, 6].map(exactly);

/** What Sweden asks beside the standard. Warnings there, all of them blocking here: what cannot be paid is returned. */
export const swedishRules: readonly FormatRule[] = [
  formatRule('SE-R-001', vatNumbers, matches(/^.{14}$/), 'Ett svenskt momsregistreringsnummer ska ha fjorton tecken.'),
  formatRule(
    'SE-R-002',
    vatNumbers,
    matches(/^SE\d+$/),
    'Ett svenskt momsregistreringsnummer ska ha siffror efter SE.',
  ),
  formatRule('SE-R-003', companyIds, digits, 'Säljarens organisationsnummer ska bara ha siffror.'),
  formatRule('SE-R-004', companyIds, matches(/^.{10}$/), 'Säljarens organisationsnummer ska ha tio siffror.'),
  formatRule(
    'SE-R-005',
    otherTax,
    matches(/^godkänd för f-skatt$/i),
    'Säljarens skatteuppgift ska lyda ”Godkänd för F-skatt”.',
  ),
  formatRule(
    'SE-R-006',
    taxes,
    (tax) => {
      const percent = exactIn(textAt(tax, 'cbc:Percent'));
      return percent !== undefined && rates.some((rate) => compare(rate, percent) === 0);
    },
    'Momsen ska vara 25, 12 eller 6 procent.',
  ),
  formatRule('SE-R-007', accounts('SE:PLUSGIRO'), digits, 'Plusgironumret ska bara ha siffror.'),
  formatRule('SE-R-008', accounts('SE:BANKGIRO'), digits, 'Bankgironumret ska bara ha siffror.'),
  formatRule('SE-R-009', accounts('SE:BANKGIRO'), matches(/^.{7,8}$/), 'Bankgironumret ska ha sju eller åtta siffror.'),
  formatRule(
    'SE-R-010',
    accounts('SE:PLUSGIRO'),
    matches(/^.{2,8}$/),
    'Plusgironumret ska ha mellan två och åtta siffror.',
  ),
  formatRule(
    'SE-R-011',
    paidWith(['50', '56']),
    () => false,
    'Betalningssättet för bankgiro och plusgiro ska vara 30, med SE:BANKGIRO eller SE:PLUSGIRO.',
  ),
  formatRule(
    'SE-R-012',
    (root) =>
      found(root, 'cac:AccountingCustomerParty/cac:Party').some((party) => countryOf(party) === 'SE')
        ? paidWith(['31'])(root)
        : [],
    () => false,
    'Betalningssättet inom Sverige ska vara 30, inte 31.',
  ),
  formatRule(
    'SE-R-013',
    companyIds,
    ({ text }) => isOrganisationNumber(plainText(text)),
    'Den sista siffran i säljarens organisationsnummer stämmer inte.',
  ),
];
