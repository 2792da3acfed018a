import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { handsOfMonth } from '../../months/door.ts';
import { type FiledInvoice, handsOnInvoice } from '../filed-invoice.ts';

/** Whether any head today has had no hand in an invoice or its month (A72): else a deputy must be appointed. */
export async function isAnyAttesterLeft(invoice: FiledInvoice, at: Instant, table: Table): Promise<boolean> {
  const hands = new Set([
    ...(await handsOfMonth(invoice, table)),
    ...handsOnInvoice(invoice),
    ...invoice.attestations.map(({ by }) => by),
  ]);
  const heads = await membershipStore(table).withRole('head');
  return heads.some((one) => isInForceOn(one, dateOf(at)) && !hands.has(one.userId));
}
