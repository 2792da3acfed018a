import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { changeCare, endCare } from '../care-step.ts';
import { documentationOwed } from '../limits/document-deadlines.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import { refuseTaken } from './taken-days.ts';

/**
 * An order whose last day has become known: itself, what its provider was given, the documentation's limit. What was
 * granted for longer by the same decision reaches its provider too.
 */
export async function ending(
  next: Order,
  own: OwnOrder,
  { pack, at, moves }: { readonly pack: Pack; readonly at: Instant; readonly moves?: (deadline: Deadline) => Deadline },
  deps: Deps,
): Promise<Result<{ readonly deadlines: readonly Deadline[]; readonly effects: Effects }, 'case-has-order'>> {
  const last = lastDayOf(next);
  if (last === undefined) return accept({ deadlines: [], effects: {} });
  const ofCase = await assignmentStore(deps.table).storedOfCase(next.caseNo);
  const given = ofCase.find(({ entity }) => entity.orderId === next.id);
  const days = given && { ...given.entity, services: next.services, to: last };
  const free = refuseTaken({
    next: days,
    given: given?.entity,
    ofCase: ofCase.map(({ entity }) => entity),
  });
  if (!free.ok) return free;
  const waits = {
    ...(moves ? { moves } : {}),
    meets: ['D26', 'D36'],
    opens: documentationOwed(
      next,
      last,
      own.deadlines.map(({ entity }) => entity),
      pack,
    ),
  } as const;
  const care = { ...own, given };
  const isProlonged = next.services !== own.stored.entity.services;
  return accept(
    isProlonged
      ? changeCare(next, care, { assignment: days, waits, at }, deps)
      : endCare(next, care, { last, waits, at }, deps),
  );
}
