import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type FiledInvoice, type InvoiceActor, mostCorrections } from '../filed-invoice.ts';

/** On which day, by which reference, and why where it is written anew. */
export type PaymentSaid = { readonly on: string; readonly reference: string; readonly reason?: string | undefined };

type Unpaid =
  | ('invoice-not-exported' | 'invoice-paid' | 'invoice-not-paid')
  | ('date-ahead' | 'payment-before-export' | 'payment-unchanged');

const wrongDay = <Code extends Unpaid>(code: Code) => refuse('invalid', code, [{ at: 'body.on', code }]);

/** The first day on which it can have been paid: that of its export; of an older one that it came in on. */
export const firstPayDay = (
  invoice: FiledInvoice,
  exported: { readonly on?: string | undefined } | undefined,
): string => exported?.on ?? dateOf(invoice.received.at);

/**
 * It has been paid, on a day and by a reference, once it has been exported and never before. What was mistyped is written
 * anew with a reason; what was written before is kept.
 */
export function paidInvoice(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
  { on, reference, reason }: PaymentSaid,
  exported: { readonly on?: string | undefined } | undefined,
): Result<FiledInvoice, Unpaid> {
  const { state, paid } = invoice;
  if (state !== 'exported' && state !== 'paid') return refuse('conflict', 'invoice-not-exported');
  if (paid && reason === undefined) return refuse('conflict', 'invoice-paid');
  if (!paid && reason !== undefined) return refuse('conflict', 'invoice-not-paid');
  if (on > dateOf(at)) return wrongDay('date-ahead');
  if (on < firstPayDay(invoice, exported)) return wrongDay('payment-before-export');
  if (!paid || reason === undefined) return accept({ ...invoice, state: 'paid', paid: { at, by, on, reference } });
  const earlier = paid.corrected ?? [];
  if ((paid.on === on && paid.reference === reference) || earlier.length >= mostCorrections)
    return refuse('conflict', 'payment-unchanged');
  const corrected = [...earlier, { at, by, on: paid.on, reference: paid.reference, reason }];
  return accept({ ...invoice, paid: { at: paid.at, by: paid.by, on, reference, corrected } });
}
