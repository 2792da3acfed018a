import type { FiledInvoice } from '../filed-invoice.ts';
import { firstPayDay } from './paid-invoice.ts';
import type { Payment } from './payment-rows.ts';

/** What becomes of a row: taken now, taken before, of no invoice here, or otherwise than the invoice stands. */
type Settled =
  | { readonly outcome: 'taken' | 'already' }
  | { readonly outcome: 'unknown'; readonly code: 'invoice-not-found' }
  | {
      readonly outcome: 'differing';
      readonly code:
        | 'payment-amount-differs'
        | 'payment-differs'
        | 'invoice-not-exported'
        | 'invoice-returned'
        | 'payment-before-export';
    };

/**
 * A payment against the invoice that it names: to the öre, and once. What a credit note gives back stands below zero. The
 * same payment again changes nothing; another day or reference for what is paid is a matter for people.
 */
export function settledPayment(
  invoice: FiledInvoice | undefined,
  { on, reference, amountOre }: Pick<Payment, 'on' | 'reference' | 'amountOre'>,
  exported: { readonly on?: string | undefined } | undefined,
): Settled {
  if (!invoice) return { outcome: 'unknown', code: 'invoice-not-found' };
  const { kind, payableOre = 0, state, paid } = invoice;
  if (amountOre !== (kind === 'CREDIT' ? -payableOre : payableOre))
    return { outcome: 'differing', code: 'payment-amount-differs' };
  if (state === 'paid')
    return paid?.on === on && paid.reference === reference
      ? { outcome: 'already' }
      : { outcome: 'differing', code: 'payment-differs' };
  if (state === 'returned') return { outcome: 'differing', code: 'invoice-returned' };
  if (state !== 'exported') return { outcome: 'differing', code: 'invoice-not-exported' };
  return on < firstPayDay(invoice, exported)
    ? { outcome: 'differing', code: 'payment-before-export' }
    : { outcome: 'taken' };
}
