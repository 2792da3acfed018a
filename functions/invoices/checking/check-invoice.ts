import { holdsPersonId } from '../../../shared/domain/person-id.ts';
import type { InvoiceBasis } from '../basis.ts';
import type { ReadInvoice } from '../reading/read-invoice.ts';
import type { FormatRule } from './format/format-rule.ts';
import { formatRules } from './format/format-rules.ts';
import type { BusinessRule } from './judging/business-rule.ts';
import { businessRules } from './judging/business-rules.ts';

/** `rule` is the routine's sentence, or the format rule's own id; `at` where it is; never what stands there. */
type InvoiceRemark = {
  readonly rule: string;
  readonly code: string;
  readonly at: string;
  readonly text: string;
};

/** What comes of an invoice: all that is wrong with it at once. What it does not say, or may not be repeated, is null. */
export type InvoiceAnswer = {
  readonly verdict: 'ACCEPT' | 'RETURN';
  readonly number: string | null;
  readonly issueDate: string | null;
  readonly minutes: number | null;
  readonly amountOre: number | null;
  readonly blocking: readonly InvoiceRemark[];
  readonly warnings: readonly InvoiceRemark[];
};

/** The rules that an invoice is judged by; a test takes one away at a time. */
export type InvoiceRules = { readonly format: readonly FormatRule[]; readonly business: readonly BusinessRule[] };

const allRules: InvoiceRules = { format: formatRules, business: businessRules };

/** What may be somebody's number or name, where the invoice's number stands, is not repeated (L-42). */
const personal: readonly string[] = ['PII_ON_INVOICE', 'NAME_MAYBE'];

/** Judges an invoice against its statement (L-35, L-39 – L-42): by the rules of its format, then by the house's. */
export function checkInvoice(
  { invoice, document }: ReadInvoice,
  basis: InvoiceBasis,
  { format, business }: InvoiceRules = allRules,
): InvoiceAnswer {
  const { isTooMuchText = false } = invoice;
  // What is far more than an invoice is returned for that, and for nothing that it would take long to look for.
  const ofFormat =
    document && !isTooMuchText
      ? format.flatMap(({ id, text, breaks }) => breaks(document).map((at) => ({ rule: id, code: id, at, text })))
      : [];
  const found = (level: BusinessRule['level']) =>
    business
      .filter((one) => one.level === level && (!isTooMuchText || one.code === 'TOO_MUCH_TEXT'))
      .flatMap(({ rule, code, judge }) => judge(invoice, basis).map((fault) => ({ rule, code, ...fault })));
  const blocking = [...ofFormat, ...found('blocking')];
  const warnings = found('warning');
  const isPersonal =
    holdsPersonId(invoice.number ?? '') ||
    [...blocking, ...warnings].some(({ code, at }) => personal.includes(code) && at === invoice.places.number);
  return {
    verdict: blocking.length === 0 ? 'ACCEPT' : 'RETURN',
    number: isPersonal ? null : (invoice.number ?? null),
    issueDate: invoice.issueDate ?? null,
    minutes: invoice.minutes ?? null,
    amountOre: invoice.netOre ?? null,
    blocking,
    warnings,
  };
}
