import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { closesAt, isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

/** Closed once it is permitted and its last day has passed, never before (L-49, L-72). */
export function close(
  order: Order,
  { at, by }: { readonly at: Instant; readonly by: string },
): Result<Order, 'order-closed' | 'end-not-permitted' | 'last-day-not-passed'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  const from = closesAt(order);
  if (from === undefined) return refuse('conflict', 'end-not-permitted');
  if (at < from) return refuse('conflict', 'last-day-not-passed');
  const day = lastDayOf(order) ?? null;
  // Its own last day has come, whether or not anybody wished for it: that was the municipality's decision.
  const decided = { at, by, cause: 'DECISION', permittedAt: at, before: order.ending?.before ?? order.state } as const;
  const known = order.ending?.permittedAt === undefined ? { ...order.ending, ...decided } : order.ending;
  const ending = known.ownTo === undefined ? { ...known, ownTo: order.to } : known;
  return accept({
    ...order,
    state: 'closed',
    to: day,
    ending: { ...ending, lastDay: day ?? undefined },
    closed: { at, by },
  });
}
