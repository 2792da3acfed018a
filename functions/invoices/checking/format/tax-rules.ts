import {
  absolute,
  compare,
  type Exact,
  exactly,
  exactSum,
  minus,
  plus,
  product,
  rounded,
  same,
  zero,
} from '../../reading/exact.ts';
import { exactAt, exactsAt, found, has, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { type FormatRule, formatRule, invoiceLines, isVat, ofKind, sellerParty } from './format-rule.ts';

const subtotals = 'cac:TaxTotal/cac:TaxSubtotal';
const categoryPath = `${subtotals}/cac:TaxCategory`;

const is = (code: string) => (tax: XmlElement) => textAt(tax, 'cbc:ID') === code;
const stated = (root: XmlElement, code: string) => found(root, categoryPath).filter(is(code));
const ofLines = (root: XmlElement, code: string) =>
  invoiceLines.flatMap((line) => found(root, `${line}/cac:Item/cac:ClassifiedTaxCategory`)).filter(is(code));
const ofAllowances = (root: XmlElement, code: string) =>
  found(root, '//cac:AllowanceCharge/cac:TaxCategory').filter(is(code));

const percentIs = (wanted: (percent: Exact) => boolean) => (tax: XmlElement) => {
  const percent = exactAt(tax, 'cbc:Percent');
  return percent !== undefined && wanted(percent);
};
const isZero = percentIs((percent) => same(percent, zero));
const isPositive = percentIs((percent) => compare(percent, zero) > 0);

/** What is taxed by a category: its invoiceLines, charges and allowances. */
function taxedBy(root: XmlElement, code: string, percent?: Exact): Exact {
  const belongs = (tax: XmlElement) => {
    const rate = exactAt(tax, 'cbc:Percent');
    return is(code)(tax) && (percent === undefined || (rate !== undefined && same(rate, percent)));
  };
  const rows = invoiceLines
    .flatMap((line) => found(root, line))
    .filter((line) => found(line, 'cac:Item/cac:ClassifiedTaxCategory').some(belongs));
  const beside = (isCharge: boolean) =>
    ofKind(found(root, 'cac:AllowanceCharge'), isCharge).filter((one) => found(one, 'cac:TaxCategory').some(belongs));
  const amounts = (all: readonly XmlElement[]) => exactSum(all.flatMap((one) => exactsAt(one, 'cbc:Amount')));
  const sum = exactSum(rows.flatMap((line) => exactsAt(line, 'cbc:LineExtensionAmount')));
  return minus(plus(sum, amounts(beside(true))), amounts(beside(false)));
}

/** Within a krona of what the rate comes to, as the standard lets programs round; without a rate it rounds to nothing. */
function isNear(amount: Exact, taxable: Exact, percent: Exact): boolean {
  if (rounded(percent, 0).units === 0n) return rounded(amount, 0).units === 0n;
  const hundredths = product(absolute(taxable), percent);
  const tax = rounded({ units: hundredths.units, scale: hundredths.scale + 2 }, 2);
  return compare(absolute(minus(absolute(amount), tax)), exactly(1)) < 0;
}

/** The subtotals of a category, with what stands beside its name. */
const subtotalsOf = (code: string) => (root: XmlElement) =>
  found(root, subtotals).filter((one) => found(one, 'cac:TaxCategory').some(is(code)));
const percentOf = (subtotal: XmlElement) => exactAt(subtotal, 'cac:TaxCategory/cbc:Percent');
const isUsed = (root: XmlElement, code: string) => ofLines(root, code).length + ofAllowances(root, code).length > 0;

const exemption = ['cbc:TaxExemptionReason', 'cbc:TaxExemptionReasonCode'];
const hasExemption = (tax: XmlElement) => exemption.some((path) => has(tax, path));
const isTaxKnown = (root: XmlElement) =>
  has(root, `${sellerParty}/cac:PartyTaxScheme/cbc:CompanyID`) ||
  has(root, 'cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:CompanyID');

/** Tax in general. */
const general: readonly FormatRule[] = [
  formatRule(
    'BR-CO-18',
    '',
    (root) => has(root, subtotals),
    'Fakturan ska säga vilken moms som gäller, också när den är noll.',
  ),
  formatRule(
    'PEPPOL-EN16931-R053',
    '',
    (root) => found(root, 'cac:TaxTotal').filter((total) => has(total, 'cac:TaxSubtotal')).length === 1,
    'Momsen ska vara uppdelad efter kategori en gång.',
  ),
  formatRule(
    'PEPPOL-EN16931-R054',
    '',
    (root) =>
      found(root, 'cac:TaxTotal').filter((total) => !has(total, 'cac:TaxSubtotal')).length ===
      (has(root, 'cbc:TaxCurrencyCode') ? 1 : 0),
    'Momsens summa ska stå en gång.',
  ),
  formatRule(
    'BR-CO-14',
    'cac:TaxTotal',
    (total) => {
      const amount = exactAt(total, 'cbc:TaxAmount');
      const parts = exactsAt(total, 'cac:TaxSubtotal/cbc:TaxAmount');
      return !has(total, 'cac:TaxSubtotal') || amount === undefined || same(amount, rounded(exactSum(parts), 2));
    },
    'Momsen ska vara kategoriernas moms tillsammans.',
  ),
  formatRule(
    'BR-45',
    subtotals,
    (one) => has(one, 'cbc:TaxableAmount'),
    'Varje momskategori ska ha ett belopp som den räknas på.',
  ),
  formatRule('BR-46', subtotals, (one) => has(one, 'cbc:TaxAmount'), 'Varje momskategori ska ha ett momsbelopp.'),
  formatRule(
    'BR-47',
    subtotals,
    (one) => found(one, 'cac:TaxCategory').some((tax) => isVat(tax) && has(tax, 'cbc:ID')),
    'Varje del av momsen ska ha en kategori.',
  ),
  formatRule(
    'BR-48',
    subtotals,
    (one) => found(one, 'cac:TaxCategory').some((tax) => isVat(tax) && (has(tax, 'cbc:Percent') || is('O')(tax))),
    'Varje momskategori ska ha en procentsats.',
  ),
  formatRule(
    'BR-CO-17',
    subtotals,
    (one) => {
      const [amount, taxable, percent] = [
        exactAt(one, 'cbc:TaxAmount'),
        exactAt(one, 'cbc:TaxableAmount'),
        percentOf(one),
      ];
      return !amount || !taxable || isNear(amount, taxable, percent ?? zero);
    },
    'Momsen ska vara beloppet gånger procentsatsen.',
  ),
];

/** Exempt from tax, as social care is (category E). */
const exempt: readonly FormatRule[] = [
  formatRule(
    'BR-E-01',
    '',
    (root) => stated(root, 'E').length === (isUsed(root, 'E') || stated(root, 'E').length > 0 ? 1 : 0),
    'När något är undantaget från moms ska kategorin E stå en gång i momsens uppdelning.',
  ),
  formatRule(
    'BR-E-02',
    '',
    (root) => ofLines(root, 'E').length === 0 || isTaxKnown(root),
    'När något är undantaget från moms ska säljaren ha ett skatteregistreringsnummer.',
  ),
  formatRule('BR-E-05', (root) => ofLines(root, 'E'), isZero, 'En rad som är undantagen från moms ska ha 0 procent.'),
  formatRule(
    'BR-E-06',
    (root) => ofAllowances(root, 'E'),
    isZero,
    'Ett avdrag eller tillägg utan moms ska ha 0 procent.',
  ),
  formatRule(
    'BR-E-08',
    subtotalsOf('E'),
    (one, root) => {
      const taxable = exactAt(one, 'cbc:TaxableAmount');
      return taxable === undefined || same(taxable, taxedBy(root, 'E'));
    },
    'Det som är undantaget från moms ska vara dess rader, tillägg och avdrag tillsammans.',
  ),
  formatRule(
    'BR-E-09',
    subtotalsOf('E'),
    (one) => same(exactAt(one, 'cbc:TaxAmount') ?? zero, zero),
    'Momsen på det som är undantaget ska vara noll.',
  ),
  formatRule(
    'BR-E-10',
    (root) => stated(root, 'E'),
    hasExemption,
    'Det ska stå varför fakturan är undantagen från moms.',
  ),
];

/** Taxed by a rate, as service by a firm that is liable to tax (category S). */
const taxed: readonly FormatRule[] = [
  formatRule(
    'BR-S-01',
    '',
    (root) => isUsed(root, 'S') === stated(root, 'S').length > 0,
    'När något har moms ska kategorin S stå i momsens uppdelning.',
  ),
  formatRule(
    'BR-S-02',
    '',
    (root) => ofLines(root, 'S').length === 0 || isTaxKnown(root),
    'När något har moms ska säljaren ha ett momsregistreringsnummer.',
  ),
  formatRule('BR-S-05', (root) => ofLines(root, 'S'), isPositive, 'En rad med moms ska ha en procentsats över noll.'),
  formatRule(
    'BR-S-06',
    (root) => ofAllowances(root, 'S'),
    isPositive,
    'Ett avdrag eller tillägg med moms ska ha en procentsats.',
  ),
  formatRule(
    'BR-S-08',
    subtotalsOf('S'),
    (one, root) => {
      const [taxable, percent] = [exactAt(one, 'cbc:TaxableAmount'), percentOf(one)];
      if (!taxable || !percent) return true;
      return compare(absolute(minus(taxable, taxedBy(root, 'S', percent))), exactly(1)) < 0;
    },
    'Det som momsen räknas på ska vara dess rader, tillägg och avdrag tillsammans.',
  ),
  formatRule(
    'BR-S-10',
    (root) => stated(root, 'S'),
    (tax) => !hasExemption(tax),
    'Det som har moms kan inte vara undantaget från den.',
  ),
  formatRule(
    'BR-CL-17',
    ['//cac:TaxCategory/cbc:ID', '//cac:ClassifiedTaxCategory/cbc:ID'],
    ({ text }) => ['AE', 'L', 'M', 'E', 'S', 'Z', 'G', 'O', 'K', 'B'].includes(plainText(text)),
    'Momskategorin finns inte.',
  ),
];

export const taxRules: readonly FormatRule[] = [...general, ...exempt, ...taxed];
