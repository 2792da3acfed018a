import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';
import { settling } from '../steps/load-step.ts';

/** The case's yearly follow-up begins to run with an order's start, unless it runs already since an earlier one (A45). */
export async function openingFollowUp(order: Order, pack: Pack, at: Instant, deps: Deps): Promise<readonly Change[]> {
  const opens = startDeadlines(order, pack).ofCase;
  if (opens.length === 0) return [];
  const standing = await deadlineStore(deps.table).ofCase(order.caseNo);
  const isRunning = standing.some(({ entity }) => entity.code === 'D17' && entity.doneAt === undefined);
  return isRunning ? [] : settling(standing, { opens }, at, deps).changes;
}
