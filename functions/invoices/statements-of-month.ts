import type { ProviderMonth } from '../months/door.ts';

/** What of a provider's month may be invoiced: its own statement, and each settlement when no month comes after it. */
export type StatementHead = {
  readonly kind: 'statement' | 'settlement';
  readonly recordId: string;
  readonly sha256: string;
  /** To invoice: its own, and those of its adjustments. */
  readonly minutes: number;
  readonly toInvoiceOre: number;
};

/** In the order in which they were sent; none before the month's own statement (L-39). */
export function statementsOfMonth({
  statement,
  settlements = [],
}: Pick<ProviderMonth, 'statement' | 'settlements'>): readonly StatementHead[] {
  if (!statement) return [];
  const { recordId, sha256, invoicedMinutes: minutes = statement.minutes } = statement;
  const { toInvoiceOre = statement.amountOre } = statement;
  return [
    { kind: 'statement', recordId, sha256, minutes, toInvoiceOre },
    ...settlements.map((one) => ({
      ...({ kind: 'settlement', recordId: one.recordId, sha256: one.sha256 } as const),
      ...{ minutes: one.minutes, toInvoiceOre: one.toInvoiceOre },
    })),
  ];
}
