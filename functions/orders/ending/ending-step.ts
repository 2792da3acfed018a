import { sharedServices } from '../../../shared/domain/assignment.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { endCare } from '../care-step.ts';
import { documentationOwed } from '../limits/document-deadlines.ts';
import { isToldDeath } from '../reports/settling.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import { outlivedBy } from './ending.ts';

/**
 * An order whose last day has become known: itself, what its provider was given, the documentation's limit. After a
 * death, on the day given, nobody waits for anything more of it.
 */
export async function ending(
  next: Order,
  own: OwnOrder,
  { pack, at }: { readonly pack: Pack; readonly at: Instant },
  deps: Deps,
  death?: LocalDate,
): Promise<Result<{ readonly deadlines: readonly Deadline[]; readonly effects: Effects }, 'case-has-order'>> {
  const last = lastDayOf(next);
  if (last === undefined) return accept({ deadlines: [], effects: {} });
  const ofCase = await assignmentStore(deps.table).storedOfCase(next.caseNo);
  const given = ofCase.find(({ entity }) => entity.orderId === next.id);
  const before = given?.entity.to;
  const isTaken = ofCase.some(
    ({ entity }) =>
      before &&
      entity !== given?.entity &&
      entity.from > before &&
      sharedServices(entity, { ...next, to: last }).length > 0,
  );
  if (isTaken) return refuse('conflict', 'case-has-order');
  const waits = {
    meets: ['D26'],
    opens: documentationOwed(
      next,
      last,
      own.deadlines.map(({ entity }) => entity),
      pack,
    ),
    lapses: next.ending?.cause === 'DEATH' ? (one: Deadline) => outlivedBy(one) || isToldDeath(one) : [],
  } as const;
  return accept(endCare(next, { ...own, given }, { last, ...(death ? { death } : {}), waits, at }, deps));
}
