import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { closing } from './closing-step.ts';

const atOnce = 200;

async function closeOne(stored: Stored<Order>, at: Instant, deps: Deps): Promise<boolean> {
  const deadlines = await deadlineStore(deps.table).ofOrder(stored.entity.id);
  const closed = await closing({ stored, deadlines }, system, at, deps);
  // Conditional on the version that was read: two at once close it once, and a day moved meanwhile is kept.
  return closed.ok && committed(closed.value.effects, { by: system, at }, deps);
}

/** Closes the orders whose last day has passed, a death's at D+2 00:00 and unverified (L-49, L-72, D24). */
export const closeOrders = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'orders',
      entry: 'closeOrders',
      atOnce,
      read: orderStore(deps.table).read,
      one: (stored) => closeOne(stored, at, deps),
    },
    at,
    deps,
  ),
);
