import type { AnswerOf } from '../../api/contract.ts';

export type InvoiceShown = AnswerOf<'GET /invoices/{invoiceId}'>;
export type InvoiceStates = AnswerOf<'GET /invoices'>['statements'];

/** A page of an invoice's step: what it needs, and what becomes of it. */
export type InvoiceWork = {
  readonly one: InvoiceShown;
  readonly version: number | undefined;
  /** Puts the invoice as it is after the step in its place. */
  readonly onDone: (next: InvoiceShown, said: string) => void;
  readonly again: () => void;
};

/** Kronor as people write them, in öre; undefined when it is no amount. */
export function oreIn(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').replace('−', '-');
  const [, sign, kronor, ore = ''] = /^(-?)(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (kronor === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(kronor) * 100 + Number(ore.padEnd(2, '0')));
}

/** Öre as they are written in a field: `4200,00`. */
export const oreWritten = (ore: number): string =>
  `${ore < 0 ? '-' : ''}${Math.trunc(Math.abs(ore) / 100)},${String(Math.abs(ore) % 100).padStart(2, '0')}`;
