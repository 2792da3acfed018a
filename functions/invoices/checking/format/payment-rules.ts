import { absolute, compare, exactly, minus, product, zero } from '../../reading/exact.ts';
import { exactAt, found, has, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { atMostOne, type FormatRule, formatRule, invoiceLines, isVat, ofKind, says } from './format-rule.ts';

const means = 'cac:PaymentMeans';
const isTransfer = (one: XmlElement) => ['30', '58'].includes(textAt(one, 'cbc:PaymentMeansCode'));

const distinct = (path: string) => (root: XmlElement) =>
  new Set(found(root, path).map(({ text }) => plainText(text))).size <= 1;

const own = (isCharge: boolean) => (root: XmlElement) => ofKind(found(root, 'cac:AllowanceCharge'), isCharge);
const ofLines = (isCharge: boolean) => (root: XmlElement) =>
  ofKind(
    invoiceLines.flatMap((line) => found(root, `${line}/cac:AllowanceCharge`)),
    isCharge,
  );
const bothKinds = (root: XmlElement) => [
  ...found(root, 'cac:AllowanceCharge'),
  ...invoiceLines.flatMap((line) => found(root, `${line}/cac:AllowanceCharge`)),
];
const reason = says('cbc:AllowanceChargeReason', 'cbc:AllowanceChargeReasonCode');
const amount = (one: XmlElement) => has(one, 'cbc:Amount');
const taxCategory = (one: XmlElement) => found(one, 'cac:TaxCategory').some((tax) => isVat(tax) && has(tax, 'cbc:ID'));
const factor = 'cbc:MultiplierFactorNumeric';

/** How it is to be paid, and what is taken off or put on. */
export const paymentRules: readonly FormatRule[] = [
  formatRule('BR-49', '//cac:PaymentMeans', says('cbc:PaymentMeansCode'), 'Betalningen ska ha ett betalningssätt.'),
  formatRule(
    'BR-50',
    (root) =>
      found(root, means)
        .filter(isTransfer)
        .flatMap((one) => found(one, 'cac:PayeeFinancialAccount')),
    says('cbc:ID'),
    'Kontot som betalningen ska till saknas.',
  ),
  formatRule(
    'BR-61',
    means,
    (one) => !isTransfer(one) || has(one, 'cac:PayeeFinancialAccount/cbc:ID'),
    'När fakturan betalas med girering ska kontot stå på den.',
  ),
  formatRule(
    'PEPPOL-EN16931-R061',
    means,
    (one) => !['49', '59'].includes(textAt(one, 'cbc:PaymentMeansCode')) || has(one, 'cac:PaymentMandate/cbc:ID'),
    'Autogiro ska ha ett medgivande.',
  ),
  formatRule('UBL-SR-44', '', distinct('//cbc:PaymentID'), 'Fakturan får ha högst ett betalningsmeddelande.'),
  formatRule('UBL-SR-47', '', distinct('//cbc:PaymentMeansCode'), 'Fakturan får ha högst ett betalningssätt.'),
  formatRule('UBL-SR-26', means, atMostOne('cbc:PaymentID'), 'Fakturan får ha högst ett betalningsmeddelande.'),
  formatRule(
    'UBL-SR-05',
    '',
    atMostOne('cac:PaymentTerms/cbc:Note'),
    'Fakturan får ha högst en text om betalningsvillkor.',
  ),
  formatRule('BR-31', own(false), amount, 'Ett avdrag ska ha ett belopp.'),
  formatRule('BR-32', own(false), taxCategory, 'Ett avdrag ska ha en momskategori.'),
  formatRule('BR-33', own(false), reason, 'Ett avdrag ska ha ett skäl.'),
  formatRule('BR-36', own(true), amount, 'Ett tillägg ska ha ett belopp.'),
  formatRule('BR-37', own(true), taxCategory, 'Ett tillägg ska ha en momskategori.'),
  formatRule('BR-38', own(true), reason, 'Ett tillägg ska ha ett skäl.'),
  formatRule('BR-41', ofLines(false), amount, 'En rads avdrag ska ha ett belopp.'),
  formatRule('BR-42', ofLines(false), reason, 'En rads avdrag ska ha ett skäl.'),
  formatRule('BR-43', ofLines(true), amount, 'En rads tillägg ska ha ett belopp.'),
  formatRule('BR-44', ofLines(true), reason, 'En rads tillägg ska ha ett skäl.'),
  formatRule(
    'PEPPOL-EN16931-R040',
    bothKinds,
    (one) => {
      const [percent, base] = [exactAt(one, factor), exactAt(one, 'cbc:BaseAmount')];
      if (!percent || !base) return true;
      const hundredths = minus(product(exactAt(one, 'cbc:Amount') ?? zero, exactly(100)), product(percent, base));
      return compare(absolute(hundredths), exactly(2)) <= 0;
    },
    'Avdraget eller tillägget ska vara grundbeloppet gånger procentsatsen.',
  ),
  formatRule(
    'PEPPOL-EN16931-R041',
    bothKinds,
    (one) => !has(one, factor) || has(one, 'cbc:BaseAmount'),
    'Ett avdrag eller tillägg i procent ska ha ett grundbelopp.',
  ),
  formatRule(
    'PEPPOL-EN16931-R042',
    bothKinds,
    (one) => !has(one, 'cbc:BaseAmount') || has(one, factor),
    'Ett avdrag eller tillägg med grundbelopp ska ha en procentsats.',
  ),
  formatRule(
    'PEPPOL-EN16931-R043',
    bothKinds,
    (one) => ['true', 'false'].includes(textAt(one, 'cbc:ChargeIndicator')),
    'Det ska stå om det är ett avdrag eller ett tillägg.',
  ),
];
