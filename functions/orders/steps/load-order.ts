import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';

/** What one may see: the head all, an officer their own cases, a provider its own. The rest answers as missing. */
const mayRead = (order: Order, caller: Caller): boolean => {
  if (caller.role === 'head') return true;
  return caller.role === 'officer' ? order.officerId === caller.caseload : order.providerId === caller.providerId;
};

export type OwnOrder = { readonly stored: Stored<Order>; readonly deadlines: readonly Stored<Deadline>[] };

/** The order with its deadlines, when the caller may see it and has seen its latest version. */
export async function ownOrder(
  orderId: string,
  { caller, ifMatch }: { readonly caller: Caller; readonly ifMatch?: number },
  { table }: Deps,
): Promise<Result<OwnOrder, 'order-not-found' | 'stale-version'>> {
  const stored = await orderStore(table).find(orderId);
  if (!stored || !mayRead(stored.entity, caller)) return refuse('missing', 'order-not-found');
  if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
  return accept({ stored, deadlines: await deadlineStore(table).ofOrder(orderId) });
}
