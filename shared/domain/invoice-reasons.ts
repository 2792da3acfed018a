import * as z from 'zod';

/**
 * Why an invoice is returned or held, as the letter about it says it (N22): fixed sentences, none of which repeats what
 * is written on the invoice. `FORMAT`: rules of EN 16931, Peppol and SE; `OTHER`: what a person has written, which is
 * read in the system.
 */
export const invoiceReasons = {
  FORMAT: 'Fakturans format följer inte reglerna för elektroniska fakturor.',
  WRONG_SELLER: 'Säljaren är inte den utförare som sammanställningen är för.',
  WRONG_MONTH: 'Månaden är inte sammanställningens.',
  WRONG_MINUTES: 'Tiden är inte sammanställningens.',
  WRONG_AMOUNT: 'Beloppet är inte sammanställningens.',
  CREDITS_NOTHING: 'Fakturan som krediteras finns inte.',
  SECOND_INVOICE: 'Sammanställningen är redan fakturerad.',
  SAME_NUMBER: 'Fakturanumret är redan använt.',
  BEFORE_STATEMENT: 'Fakturan är daterad före sammanställningen.',
  NOTHING_TO_INVOICE: 'Det finns inget att fakturera för månaden.',
  NOT_SEK: 'Fakturan är inte i svenska kronor.',
  VAT: 'Momsen är inte utförarens.',
  UNIT: 'Tiden är i en annan enhet än den ska.',
  ATTACHMENT: 'Fakturan har en bifogad fil.',
  PII_ON_INVOICE: 'Det står en personuppgift på fakturan.',
  CASE_NUMBER: 'Det står ett ärendenummer på fakturan.',
  TOO_MUCH_TEXT: 'Fakturan har mer text än som kan sökas igenom.',
  PAYEE_CHANGED: 'Kontot är inte det som är registrerat. Kommunen ringer er.',
  OTHER: 'Skälet står i systemet.',
} as const;

export const InvoiceReason = z.enum(Object.keys(invoiceReasons) as (keyof typeof invoiceReasons)[]);
export type InvoiceReason = z.infer<typeof InvoiceReason>;

const isReason = (code: string): code is InvoiceReason => Object.hasOwn(invoiceReasons, code);

/** The reasons of what was remarked, each once: every rule of the format is one and the same. */
export const reasonsOf = (codes: readonly string[]): InvoiceReason[] => [
  ...new Set(codes.map((code): InvoiceReason => (isReason(code) ? code : 'FORMAT'))),
];
