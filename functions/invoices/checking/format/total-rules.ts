import { type Exact, exactSum, minus, plus, rounded, same, zero } from '../../reading/exact.ts';
import { exactAt, exactsAt, found, has, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { type FormatRule, formatRule, invoiceLines, ofKind, says } from './format-rule.ts';

const totals = 'cac:LegalMonetaryTotal';

/** Whether two numbers that were both stated are the same; one that is missing has a rule of its own. */
const agree = (a: Exact | undefined, b: Exact | undefined): boolean =>
  a === undefined || b === undefined || same(rounded(a, 2), rounded(b, 2));

const amountsOf = (root: XmlElement, isCharge: boolean): readonly Exact[] =>
  ofKind(found(root, 'cac:AllowanceCharge'), isCharge).flatMap((one) => exactsAt(one, 'cbc:Amount'));

/** What all allowances, or charges, are said to be: the sum when there are some, nothing when there are none. */
const isTotalOf =
  (path: string, isCharge: boolean) =>
  (total: XmlElement, root: XmlElement): boolean => {
    const all = amountsOf(root, isCharge);
    const stated = exactAt(total, path);
    return stated === undefined ? all.length === 0 : same(stated, rounded(exactSum(all), 2));
  };

const or = (number: Exact | undefined): Exact => number ?? zero;

/** The taxes stated in the invoice's own currency. */
function ownTax(root: XmlElement): readonly Exact[] {
  const currency = textAt(root, 'cbc:DocumentCurrencyCode');
  return found(root, 'cac:TaxTotal').flatMap((total) =>
    found(total, 'cbc:TaxAmount').some((amount) => amount.attributes.get('currencyID') === currency)
      ? exactsAt(total, 'cbc:TaxAmount')
      : [],
  );
}

const dated = (root: XmlElement): boolean =>
  has(root, 'cbc:DueDate') ||
  has(root, 'cac:PaymentMeans/cbc:PaymentDueDate') ||
  says('cac:PaymentTerms/cbc:Note')(root);

/** The sums of an invoice, each from those before it. */
export const totalRules: readonly FormatRule[] = [
  formatRule(
    'BR-12',
    totals,
    (total) => has(total, 'cbc:LineExtensionAmount'),
    'Summan av raderna ska stå på fakturan.',
  ),
  formatRule(
    'BR-13',
    totals,
    (total) => has(total, 'cbc:TaxExclusiveAmount'),
    'Beloppet utan moms ska stå på fakturan.',
  ),
  formatRule(
    'BR-14',
    totals,
    (total) => has(total, 'cbc:TaxInclusiveAmount'),
    'Beloppet med moms ska stå på fakturan.',
  ),
  formatRule('BR-15', totals, (total) => has(total, 'cbc:PayableAmount'), 'Beloppet att betala ska stå på fakturan.'),
  formatRule(
    'BR-CO-10',
    totals,
    (total, root) =>
      agree(
        exactAt(total, 'cbc:LineExtensionAmount'),
        exactSum(invoiceLines.flatMap((line) => exactsAt(root, `${line}/cbc:LineExtensionAmount`))),
      ),
    'Summan av raderna ska vara radernas belopp tillsammans.',
  ),
  formatRule(
    'BR-CO-11',
    totals,
    isTotalOf('cbc:AllowanceTotalAmount', false),
    'Summan av avdragen ska vara avdragen tillsammans.',
  ),
  formatRule(
    'BR-CO-12',
    totals,
    isTotalOf('cbc:ChargeTotalAmount', true),
    'Summan av tilläggen ska vara tilläggen tillsammans.',
  ),
  formatRule(
    'BR-CO-13',
    totals,
    (total) => {
      const rows = exactAt(total, 'cbc:LineExtensionAmount');
      const beside = minus(or(exactAt(total, 'cbc:ChargeTotalAmount')), or(exactAt(total, 'cbc:AllowanceTotalAmount')));
      return agree(exactAt(total, 'cbc:TaxExclusiveAmount'), rows && plus(rows, beside));
    },
    'Beloppet utan moms ska vara raderna, minus avdrag och plus tillägg.',
  ),
  formatRule(
    'BR-CO-15',
    totals,
    (total, root) => {
      const [tax, ...more] = ownTax(root);
      const net = exactAt(total, 'cbc:TaxExclusiveAmount');
      return (
        tax !== undefined && more.length === 0 && agree(exactAt(total, 'cbc:TaxInclusiveAmount'), net && plus(net, tax))
      );
    },
    'Beloppet med moms ska vara beloppet utan moms plus momsen.',
  ),
  formatRule(
    'BR-CO-16',
    totals,
    (total) => {
      const gross = exactAt(total, 'cbc:TaxInclusiveAmount');
      const beside = minus(or(exactAt(total, 'cbc:PayableRoundingAmount')), or(exactAt(total, 'cbc:PrepaidAmount')));
      return agree(exactAt(total, 'cbc:PayableAmount'), gross && plus(gross, beside));
    },
    'Beloppet att betala ska vara beloppet med moms, minus det som är betalt i förväg och plus avrundning.',
  ),
  formatRule(
    'BR-CO-25',
    totals,
    (total, root) => or(exactAt(total, 'cbc:PayableAmount')).units <= 0n || dated(root),
    'Fakturan ska ha en förfallodag eller betalningsvillkor.',
  ),
];
