import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';

/** The provider's order in the case that began last; none where the case was read in from before the system. */
export async function latestOrder(
  caseNo: string,
  providerId: string,
  { table }: Pick<Deps, 'table'>,
): Promise<Stored<Order> | undefined> {
  const theirs = (await assignmentStore(table).ofCase(caseNo)).filter((one) => one.providerId === providerId);
  const latest = theirs.toSorted((one, other) => (one.from < other.from ? 1 : -1)).find(({ orderId }) => orderId);
  return latest?.orderId ? orderStore(table).find(latest.orderId) : undefined;
}
