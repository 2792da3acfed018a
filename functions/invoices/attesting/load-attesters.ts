import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { handsOfMonth } from '../../months/door.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { whyNotThey } from './attesting.ts';

/** Whether any head today may be the next to attest an invoice (A72): else a deputy must be appointed. */
export async function isAnyAttesterLeft(invoice: FiledInvoice, at: Instant, table: Table): Promise<boolean> {
  const hands = await handsOfMonth(invoice, table);
  const heads = await membershipStore(table).withRole('head');
  return heads.some(
    (one) =>
      isInForceOn(one, dateOf(at)) &&
      whyNotThey(invoice, { userId: one.userId, limitOre: one.attestLimitOre, hands }) === undefined,
  );
}
