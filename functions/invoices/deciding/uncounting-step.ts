import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { withdrawVoucher } from '../../bookings/door.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { ledgerStore } from '../ledger-store.ts';
import { withoutLive } from '../statement-ledger.ts';
import { voucherIdOf } from '../voucher-of-invoice.ts';

/**
 * An invoice that is returned counts for nothing: it is taken off its statement, its number may be used again, and what
 * was to be booked is not. Refused where a credit note of it is live, or its place has been taken.
 */
export async function uncounted(
  { id, providerId, month, statementSha256, numberSum }: FiledInvoice,
  deps: Pick<Deps, 'table'>,
): Promise<Result<Effects, 'invoice-credited' | 'invoice-above-statement' | 'invoice-exported'>> {
  const ledgers = ledgerStore(deps.table);
  const over = await ledgers.find({ providerId, month, statementSha256 });
  const next = over && withoutLive(over.entity, id);
  if (next && !next.ok) return next;
  const taken = numberSum === undefined ? undefined : await ledgers.number(providerId, numberSum);
  const isOwn = taken?.entity.invoiceId === id;
  const unbooked = await withdrawVoucher(voucherIdOf(id), deps);
  if (!unbooked.ok) return refuse('conflict', 'invoice-exported');
  return accept(
    together(
      {
        saves: [
          ...(over && next ? [ledgers.save(next.value, over)] : []),
          ...(taken && isOwn && numberSum !== undefined
            ? [ledgers.saveNumber(providerId, numberSum, { month, statementSha256 }, taken)]
            : []),
        ],
      },
      unbooked.value,
    ),
  );
}
