import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { ledgerStore } from '../ledger-store.ts';
import { withLive } from '../statement-ledger.ts';
import type { InvoiceReceiving } from './load-receiving.ts';

/**
 * A received or held invoice is counted on its statement, and its number is taken: over what was read, so that of two at
 * once one is judged again with the other there (L-40). One that was judged to fit and does not is a bug.
 */
export function countLive(
  { id, kind, number, sellerId, amountOre, minutes, credits, month, statementSha256 }: FiledInvoice,
  { provider, ledger, overLedger, numberSum, overNumber }: InvoiceReceiving,
  { table }: Pick<Deps, 'table'>,
): { readonly saves: readonly Change[] } {
  const next = withLive(ledger, {
    ...{ invoiceId: id, kind, number: number ?? '', sellerId: sellerId ?? '', amountOre: amountOre ?? 0 },
    ...(minutes === undefined ? {} : { minutes }),
    ...(credits === undefined ? {} : { credits }),
  });
  if (!next.ok) throw new Error(`an invoice that was received does not fit: ${next.code}`);
  const store = ledgerStore(table);
  return {
    saves: [
      store.save(next.value, overLedger),
      store.saveNumber(provider.id, numberSum, { invoiceId: id, month, statementSha256 }, overNumber),
    ],
  };
}
