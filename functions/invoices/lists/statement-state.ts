import * as z from 'zod';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { liveOre, type StatementLedger } from '../statement-ledger.ts';
import type { StatementHead } from '../statements-of-month.ts';

/** Whether a provider's month may be invoiced, and how much of it is left to invoice. */
export const StatementState = z
  .object({
    providerId: z.string(),
    month: Month,
    kind: z.enum(['statement', 'settlement']).meta({ description: 'The month’s own, or a settlement after it' }),
    state: z.enum(['not-allowed', 'nothing-due', 'invoiceable', 'invoiced']).meta({
      description: 'Not before the statement is sent (L-39); nothing is due where it comes to nothing',
    }),
    minutes: z.int().optional().meta({ description: 'To invoice: its own, and those of its adjustments' }),
    toInvoiceOre: z.int().optional(),
    leftOre: z.int().optional().meta({ description: 'Less what is invoiced and not returned' }),
    reference: z.string().optional().meta({ description: 'What the invoice is to refer to' }),
  })
  .meta({ id: 'StatementState' });
export type StatementState = z.infer<typeof StatementState>;

type Head = { readonly providerId: string; readonly month: Month };

/** NotAllowed, NothingDue or Invoiceable (L-39), and invoiced when nothing of it is left. */
export function statementState(
  { providerId, month }: Head,
  statement: StatementHead | undefined,
  ledger: StatementLedger | undefined,
): StatementState {
  if (!statement) return { providerId, month, kind: 'statement', state: 'not-allowed' };
  const { kind, toInvoiceOre } = statement;
  const leftOre = toInvoiceOre - (ledger ? liveOre(ledger) : 0);
  const state = toInvoiceOre === 0 ? 'nothing-due' : leftOre === 0 ? 'invoiced' : 'invoiceable';
  const { minutes } = statement;
  return { providerId, month, kind, state, minutes, toInvoiceOre, leftOre, reference: invoiceReference(statement) };
}
