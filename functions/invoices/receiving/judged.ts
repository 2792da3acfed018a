import type { WhyNotReadable } from '../../../shared/pdf/reading/pdf-value.ts';
import type { InvoiceAnswer, InvoiceRules } from '../checking/check-invoice.ts';
import { formatRules } from '../checking/format/format-rules.ts';
import { businessRules } from '../checking/judging/business-rules.ts';
import type { FiledInvoice } from '../filed-invoice.ts';

/** What a person settles: minutes or öre that differ, and an account that is another (`PAYEE_CHANGED`). */
const disputed: readonly string[] = ['WRONG_MINUTES', 'WRONG_AMOUNT', 'PAYEE_CHANGED'];

/** What nobody but the administrator sees on an invoice that is returned (L-42, A47). */
const personal: readonly string[] = ['PII_ON_INVOICE', 'CASE_NUMBER'];

export const holdsPersonal = ({ blocking }: Pick<InvoiceAnswer, 'blocking'>): boolean =>
  blocking.some(({ code }) => personal.includes(code));

/**
 * What becomes of an invoice that was judged: received where nothing is wrong, held where minutes or öre are disputed or
 * the account is another, else returned. One that is of more than what is left of its statement is never held: what is
 * live of a statement is never above it (L-40).
 */
export function stateAfterCheck(
  { blocking, amountOre, minutes }: Pick<InvoiceAnswer, 'blocking' | 'amountOre' | 'minutes'>,
  { kind, leftOre }: { readonly kind: FiledInvoice['kind']; readonly leftOre: number },
): 'received' | 'held' | 'returned' {
  if (blocking.length === 0) return 'received';
  const isDispute = blocking.every(({ code }) => disputed.includes(code));
  const isCounted = amountOre !== null && minutes !== null && amountOre > 0;
  if (!isDispute || !isCounted || (kind === 'INVOICE' && amountOre > leftOre)) return 'returned';
  // A credit note of the wrong amount credits more than there is.
  const isPayeeAlone = blocking.every(({ code }) => code === 'PAYEE_CHANGED');
  return kind === 'CREDIT' && !isPayeeAlone ? 'returned' : 'held';
}

/** The rules by the municipality's own choice: whether case numbers may stand on an invoice (A47). */
export const rulesFor = (params: { readonly 'invoice.caseNumbers': boolean }): InvoiceRules => ({
  format: formatRules,
  business: params['invoice.caseNumbers'] ? businessRules.filter(({ code }) => code !== 'CASE_NUMBER') : businessRules,
});

/** Returned as well for having more text than is searched for names: totals alone have a few dozen words (L-42). */
export const withTooMuchText = (answer: InvoiceAnswer): InvoiceAnswer => ({
  ...answer,
  verdict: 'RETURN',
  blocking: [
    ...answer.blocking,
    { rule: 'L-42', code: 'TOO_MUCH_TEXT', at: '/', text: 'Fakturan har mer text än som kan sökas igenom.' },
  ],
});

/** Why a file is looked through by two people, as who does it reads it. */
const whyNotSearched: Readonly<Record<WhyNotReadable, string>> = {
  broken: 'Filen är inte skriven som en PDF ska.',
  encrypted: 'Filen är låst.',
  large: 'Filen innehåller mer än en faktura gör.',
  picture: 'Filen har bilder som kan ha text i sig.',
  letters: 'Filen säger inte vilka bokstäver som står i den.',
  empty: 'Filen har ingen text.',
};

/** A file whose text could not be searched says so: two people look it through before it is marked secret (L-42). */
export const withNotSearched = (answer: InvoiceAnswer, why: WhyNotReadable): InvoiceAnswer => ({
  ...answer,
  warnings: [
    ...answer.warnings,
    {
      ...{ rule: 'L-42', code: 'NOT_SEARCHED', at: '/' },
      text: `${whyNotSearched[why]} Texten kunde inte sökas igenom. Två personer ser efter att inget om någon står där.`,
    },
  ],
});

/** A municipal provider sends no invoice where its statement is booked as it is (`invoice.municipal`). */
export const isBookedInside = (
  { kind }: { readonly kind: 'municipal' | 'private' },
  params: { readonly 'invoice.municipal': 'INTERNAL' | 'INVOICE' },
): boolean => kind === 'municipal' && params['invoice.municipal'] === 'INTERNAL';
