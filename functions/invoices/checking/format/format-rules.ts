import { codeRules } from './code-rules.ts';
import { countRules } from './count-rules.ts';
import type { FormatRule } from './format-rule.ts';
import { headRules } from './head-rules.ts';
import { lineRules } from './line-rules.ts';
import { partyRules } from './party-rules.ts';
import { paymentRules } from './payment-rules.ts';
import { shapeRules } from './shape-rules.ts';
import { swedishRules } from './swedish-rules.ts';
import { taxRules } from './tax-rules.ts';
import { totalRules } from './total-rules.ts';

/**
 * The rules of an electronic invoice by their own ids (EN 16931, Peppol BIS Billing 3, Sweden), in the order in which
 * what they find is told. What an outside validator refuses is refused here too; a test holds the two together.
 */
export const formatRules: readonly FormatRule[] = [
  ...headRules,
  ...partyRules,
  ...lineRules,
  ...totalRules,
  ...taxRules,
  ...paymentRules,
  ...swedishRules,
  ...codeRules,
  ...countRules,
  ...shapeRules,
];
