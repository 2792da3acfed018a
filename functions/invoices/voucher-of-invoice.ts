import type { Instant } from '../../shared/domain/local-time.ts';
import { dateOf, swedishMonth } from '../../shared/domain/local-time.ts';
import type { Voucher } from '../bookings/door.ts';
import type { FiledInvoice } from './filed-invoice.ts';

export const voucherIdOf = (invoiceId: string): string => `ver-${invoiceId}`;

/** What an attested invoice is booked as: its coding, and what is owed for it; a credit note the other way. */
export function voucherOfInvoice(
  { id, kind, month, providerId, coding, minutes = 0, file, statementSha256 }: FiledInvoice,
  { name, debt }: { readonly name: string; readonly debt: string },
  at: Instant,
): Voucher {
  const sign = kind === 'CREDIT' ? -1 : 1;
  const rows = coding?.rows ?? [];
  const owed = rows.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const signed = sign * minutes;
  return {
    id: voucherIdOf(id),
    of: { kind: 'invoice', invoiceId: id, month, providerId, sha256: file?.sha256 ?? statementSha256 },
    date: dateOf(at),
    text: `${kind === 'CREDIT' ? 'Kredit, hemtjänst' : 'Hemtjänst'} ${swedishMonth(month)} ${name}`,
    rows: [
      ...rows.map(({ account, dims, amountOre }) => ({
        ...{ account, dims, amountOre: sign * amountOre, minutes: signed, text: `${signed} minuter` },
      })),
      { account: debt, dims: {}, amountOre: -sign * owed, minutes: signed, text: name },
    ],
    queuedAt: at,
  };
}
