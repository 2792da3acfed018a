import { sellerNumber } from '../reading/invoice.ts';

/** What the ledger says that it has paid, a row each; in the header's order. */
export const paymentColumns = ['Fakturanummer', 'Organisationsnummer', 'Betald', 'Referens', 'Belopp'] as const;

/** As many as are taken while somebody waits; more in the next file. */
export const mostPayments = 200;

/** A payment: of which invoice and whose, on which day, by which reference, and how much in öre. */
export type Payment = {
  readonly row: number;
  readonly number: string;
  readonly orgNo: string;
  readonly on: string;
  readonly reference: string;
  readonly amountOre: number;
};

const kronor = /^(-?)(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,10})(?:[,.](\d\d))?$/;

/** Kronor with or without two decimals, as whole öre; undefined for what is no such amount. */
export function readKronor(text: string): number | undefined {
  const [, minus, whole, ore = '00'] = kronor.exec(text.replace(/^[−–]/, '-')) ?? [];
  if (whole === undefined) return undefined;
  const amount = Number(whole.replace(/\D/g, '')) * 100 + Number(ore);
  return minus === '-' && amount !== 0 ? -amount : amount;
}

type Reading = { readonly readDate: (text: string) => string | undefined; readonly today: string };

/** A row as a payment, or the columns that cannot be one. */
export function readPayment(
  row: number,
  fields: readonly string[],
  { readDate, today }: Reading,
): Payment | { readonly wrong: readonly (readonly [column: string, code: string])[] } {
  const [number = '', orgNo = '', day = '', reference = '', amount = ''] = fields;
  const on = readDate(day);
  const amountOre = readKronor(amount);
  const isOneLine = (text: string, most: number) => text !== '' && text.length <= most;
  const wrong = [
    ...(isOneLine(number, 200) ? [] : [['Fakturanummer', 'bad-value'] as const]),
    ...(/^(?:\d\d)?\d{6}-?\d{4}$/.test(orgNo) ? [] : [['Organisationsnummer', 'bad-value'] as const]),
    ...(on === undefined ? [['Betald', 'bad-date'] as const] : on > today ? [['Betald', 'date-ahead'] as const] : []),
    ...(isOneLine(reference, 40) ? [] : [['Referens', 'bad-value'] as const]),
    ...(amountOre === undefined ? [['Belopp', 'bad-number'] as const] : []),
  ];
  if (wrong.length > 0 || on === undefined || amountOre === undefined) return { wrong };
  return { row, number, orgNo: sellerNumber(orgNo), on, reference, amountOre };
}
