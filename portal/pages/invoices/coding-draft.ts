import type { InvoiceShown } from './invoice-shown.ts';
import { oreIn, oreWritten } from './invoice-shown.ts';

export type CodedRow = NonNullable<InvoiceShown['coding']>['rows'][number];
export type RowDraft = {
  readonly account: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly amount: string;
};

/** The dimensions that are asked for: cost centre and project as everybody has them, and those that are said already. */
export const dimsOf = (rows: readonly Pick<CodedRow, 'dims'>[]): readonly string[] =>
  [...new Set(['1', '6', ...rows.flatMap(({ dims }) => Object.keys(dims))])].toSorted();

export const rowDraftOf = ({ account, dims, amountOre }: CodedRow): RowDraft => ({
  account,
  dims,
  amount: oreWritten(amountOre),
});

/** A row as it is sent; a dimension that was left empty is none. */
export const rowIn = ({ account, dims, amount }: RowDraft): CodedRow => ({
  account: account.trim(),
  dims: Object.fromEntries(
    Object.entries(dims).flatMap(([dim, place]) => (place.trim() === '' ? [] : [[dim, place.trim()]])),
  ),
  amountOre: oreIn(amount) ?? 0,
});

export const sumOfRows = (rows: readonly RowDraft[]): number =>
  rows.reduce((sum, { amount }) => sum + (oreIn(amount) ?? 0), 0);
