import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { settling } from './load-step.ts';
import { startDeadlines } from './start-deadlines.ts';

/**
 * What begins to run when an order has begun: its own limits, and the case's yearly follow-up unless that runs already
 * since an earlier order (A45).
 */
export async function openingAtStart(
  order: Order,
  pack: Pack,
  at: Instant,
  deps: Deps,
): Promise<{ readonly deadlines: readonly Deadline[]; readonly changes: readonly Change[] }> {
  const opened = startDeadlines(order, pack);
  const standing = await deadlineStore(deps.table).ofCase(order.caseNo);
  const isRunning = standing.some(({ entity }) => entity.code === 'D17' && entity.doneAt === undefined);
  const ofCase = isRunning ? [] : settling(standing, { opens: opened.ofCase }, at, deps).changes;
  return {
    deadlines: opened.ofOrder,
    changes: [...opened.ofOrder.map((deadline) => deadlineStore(deps.table).open(deadline, at)), ...ofCase],
  };
}
