import * as z from 'zod';
import { netOf } from '../adjusting/adjustment-rows.ts';
import { StatementShape } from '../statement/statement.ts';

/** What is settled, in öre: to invoice, or below zero a claim of as much; nothing is carried. */
export type SettledNet = { readonly toInvoiceOre: number; readonly claimOre: number; readonly carriedForwardOre: 0 };

/** What adjustments come to with what was below zero before them, when no month comes after (After the close). */
export function settledNet(of: { readonly adjustmentsOre: number; readonly broughtForwardOre: number }): SettledNet {
  const { toInvoiceOre, carriedForwardOre } = netOf({ amountOre: 0, ...of });
  return { toInvoiceOre, claimOre: 0 - carriedForwardOre, carriedForwardOre: 0 };
}

/**
 * What the head signs when no later month is to come: a statement without lines of its own, whose sum is invoiced or
 * claimed back. `month` is the last that was stated, `orePerHour` its rate.
 */
export const SettlementContent = StatementShape.required({
  adjustments: true,
  adjustmentsOre: true,
  broughtForwardOre: true,
  toInvoiceOre: true,
  carriedForwardOre: true,
})
  .extend({ claimOre: z.int().nonnegative().meta({ description: 'What the provider is to pay back' }) })
  .refine(({ lines, totalMinutes, amountOre }) => lines.length === 0 && totalMinutes === 0 && amountOre === 0, {
    path: ['lines'],
    error: 'a settlement has nothing of its own',
  })
  .refine(
    ({ adjustments, adjustmentsOre, broughtForwardOre, ...said }) => {
      const net = settledNet({ adjustmentsOre, broughtForwardOre });
      return (
        adjustments.reduce((sum, { amountOre }) => sum + amountOre, 0) === adjustmentsOre &&
        net.toInvoiceOre === said.toInvoiceOre &&
        net.claimOre === said.claimOre &&
        said.carriedForwardOre === 0
      );
    },
    { path: ['toInvoiceOre'], error: 'what is settled is not the sum of its parts' },
  );
export type SettlementContent = z.infer<typeof SettlementContent>;
