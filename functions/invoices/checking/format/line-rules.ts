import {
  absolute,
  compare,
  type Exact,
  exactIn,
  exactly,
  exactSum,
  minus,
  plus,
  product,
  same,
  zero,
} from '../../reading/exact.ts';
import { exactAt, exactsAt, found, has, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { type FormatRule, formatRule, invoiceLines, isVat, ofKind, says } from './format-rule.ts';

const quantities = ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity'];
const quantityOf = (line: XmlElement) => quantities.flatMap((name) => found(line, name))[0];

const isNotNegative = (number: Exact | undefined): boolean => number === undefined || compare(number, zero) >= 0;

/** How far a line may be from its quantity times its price. */
const slack: Exact = { units: 2n, scale: 2 };

/** Quantity times price by base quantity, with charges and allowances: never divided, so that nothing is lost. */
function isLineTotal(line: XmlElement): boolean {
  const stated = exactAt(line, 'cbc:LineExtensionAmount') ?? zero;
  const quantity = exactIn(quantityOf(line)?.text ?? '') ?? exactly(1);
  const price = exactAt(line, 'cac:Price/cbc:PriceAmount') ?? zero;
  const given = exactAt(line, 'cac:Price/cbc:BaseQuantity');
  const base = given && !same(given, zero) ? given : exactly(1);
  const all = found(line, 'cac:AllowanceCharge');
  const sum = (isCharge: boolean) => exactSum(ofKind(all, isCharge).flatMap((one) => exactsAt(one, 'cbc:Amount')));
  const beside = minus(sum(true), sum(false));
  const difference = minus(product(minus(stated, beside), base), product(quantity, price));
  return compare(absolute(difference), product(slack, absolute(base))) <= 0;
}

/** A line: what, how much, at what price. */
export const lineRules: readonly FormatRule[] = [
  formatRule('BR-21', invoiceLines, says('cbc:ID'), 'Varje fakturarad ska ha ett radnummer.'),
  formatRule('BR-22', invoiceLines, (line) => quantityOf(line) !== undefined, 'Varje fakturarad ska ha ett antal.'),
  formatRule(
    'BR-23',
    invoiceLines,
    (line) => quantityOf(line)?.attributes.has('unitCode') ?? false,
    'Antalet på en fakturarad ska ha en enhet.',
  ),
  formatRule(
    'BR-24',
    invoiceLines,
    (line) => has(line, 'cbc:LineExtensionAmount'),
    'Varje fakturarad ska ha ett belopp.',
  ),
  formatRule('BR-25', invoiceLines, says('cac:Item/cbc:Name'), 'Varje fakturarad ska säga vad den gäller.'),
  formatRule(
    'BR-26',
    invoiceLines,
    (line) => has(line, 'cac:Price/cbc:PriceAmount'),
    'Varje fakturarad ska ha ett pris.',
  ),
  formatRule(
    'BR-27',
    invoiceLines,
    (line) => isNotNegative(exactAt(line, 'cac:Price/cbc:PriceAmount')),
    'Priset får inte vara mindre än noll. Är något för mycket, gör antalet negativt.',
  ),
  formatRule(
    'BR-28',
    invoiceLines,
    (line) => isNotNegative(exactAt(line, 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount')),
    'Bruttopriset får inte vara mindre än noll.',
  ),
  formatRule(
    'BR-CO-04',
    invoiceLines,
    (line) => found(line, 'cac:Item/cac:ClassifiedTaxCategory').some((tax) => isVat(tax) && has(tax, 'cbc:ID')),
    'Varje fakturarad ska ha en momskategori.',
  ),
  formatRule(
    'UBL-SR-48',
    invoiceLines,
    (line) => found(line, 'cac:Item/cac:ClassifiedTaxCategory').length === 1,
    'Varje fakturarad ska ha en enda momskategori.',
  ),
  formatRule(
    'BR-54',
    '//cac:AdditionalItemProperty',
    (one) => has(one, 'cbc:Name') && has(one, 'cbc:Value'),
    'En egenskap ska ha både namn och värde.',
  ),
  formatRule(
    'BR-64',
    '//cac:StandardItemIdentification/cbc:ID',
    ({ attributes }) => attributes.has('schemeID'),
    'Ett artikelnummer ska säga vilken sorts nummer det är.',
  ),
  formatRule(
    'BR-65',
    '//cbc:ItemClassificationCode',
    ({ attributes }) => attributes.has('listID'),
    'En artikelgrupp ska säga vilken lista den är ur.',
  ),
  formatRule(
    'PEPPOL-EN16931-R120',
    invoiceLines,
    isLineTotal,
    'Radens belopp ska vara antalet gånger priset, delat med prisets antal.',
  ),
  formatRule(
    'PEPPOL-EN16931-R121',
    invoiceLines,
    (line) => {
      const base = exactAt(line, 'cac:Price/cbc:BaseQuantity');
      return base === undefined || compare(base, zero) > 0;
    },
    'Prisets antal ska vara större än noll.',
  ),
  formatRule(
    'PEPPOL-EN16931-R130',
    invoiceLines,
    (line) => {
      const unit = found(line, 'cac:Price/cbc:BaseQuantity')[0]?.attributes.get('unitCode');
      const quantity = quantityOf(line);
      return unit === undefined || quantity === undefined || unit === quantity.attributes.get('unitCode');
    },
    'Prisets antal ska ha samma enhet som radens.',
  ),
  formatRule(
    'PEPPOL-EN16931-R101',
    invoiceLines.map((line) => `${line}/cac:DocumentReference`),
    (one) => textAt(one, 'cbc:DocumentTypeCode') === '130',
    'En rads underlag får bara vara ett objekt som faktureras.',
  ),
  formatRule(
    'PEPPOL-EN16931-R044',
    '//cac:Price/cac:AllowanceCharge',
    (one) => textAt(one, 'cbc:ChargeIndicator') === 'false',
    'Ett pris får ha avdrag men inga tillägg.',
  ),
  formatRule(
    'PEPPOL-EN16931-R046',
    '//cac:Price',
    (price) =>
      found(price, 'cac:AllowanceCharge').every((one) => {
        const gross = exactAt(one, 'cbc:BaseAmount');
        const net = exactAt(price, 'cbc:PriceAmount');
        return !gross || !net || same(plus(net, exactAt(one, 'cbc:Amount') ?? zero), gross);
      }),
    'Nettopriset ska vara bruttopriset minus avdraget.',
  ),
];
