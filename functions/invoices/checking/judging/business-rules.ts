import { noReference, wrongAddress } from './address-rules.ts';
import type { BusinessRule } from './business-rule.ts';
import { beforeStatement, dueEarly, wrongMonth } from './date-rules.ts';
import { creditsNothing, creditsTooMuch, numberUsed, secondInvoice } from './earlier-rules.ts';
import { nothingToInvoice, notKronor, otherUnit, wrongAmount, wrongMinutes, wrongTax } from './figure-rules.ts';
import { attachment, caseNumber, perhapsName, personalData, tooMuchText } from './personal-rules.ts';
import { payeeChanged, wrongSeller } from './seller-rules.ts';

/** What the house asks of an invoice beside its format, in the order in which it is told. */
export const businessRules: readonly BusinessRule[] = [
  ...[wrongSeller, wrongMonth, wrongMinutes, wrongAmount, creditsNothing, creditsTooMuch],
  ...[secondInvoice, numberUsed, beforeStatement, nothingToInvoice],
  ...[notKronor, wrongTax, otherUnit, attachment, personalData, caseNumber, tooMuchText, payeeChanged],
  ...[wrongAddress, noReference, dueEarly, perhapsName],
];
