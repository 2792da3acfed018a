import { type Deadline, type DeadlineCode, meet } from '../../shared/domain/deadline.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';

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

/** The changes that the step makes to the deadlines it meets, and how they then stand. */
export function meeting(own: OwnOrder, codes: readonly DeadlineCode[], at: Instant, { table }: Deps) {
  const met = own.deadlines.map((deadline) => {
    const waits = codes.includes(deadline.entity.code) && deadline.entity.doneAt === undefined;
    return waits ? { over: deadline, next: meet(deadline.entity, at) } : { over: deadline, next: deadline.entity };
  });
  const changes: readonly Change[] = met
    .filter(({ over, next }) => next !== over.entity)
    .map(({ over, next }) => deadlineStore(table).save(next, over));
  return { deadlines: met.map(({ next }) => next), changes };
}
