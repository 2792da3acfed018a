import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';

/** The case's yearly follow-up begins to run with an order's start, unless it runs already since an earlier one (A45). */
export async function openingFollowUp(
  order: Order,
  pack: Pack,
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<Effects> {
  const opens = startDeadlines(order, pack).ofCase;
  if (opens.length === 0) return {};
  const ofCase = await deadlineStore(table).ofCase(order.caseNo);
  const isRunning = ofCase.some(({ entity }) => entity.code === 'D17' && entity.doneAt === undefined);
  return isRunning ? {} : { deadlines: deadlinesAfter(ofCase, { opens }, at).moved };
}
