import { type Assignment, overlaps } from '../../../shared/domain/assignment.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { documentation } from '../limits/document-deadlines.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import { outlivedBy } from './ending.ts';

/**
 * What a provider has been given no longer reaches beyond the last day; what had not begun by then never does. A death
 * is kept with the day that had been decided before it: it ends pay, and shrinks nothing that was granted.
 */
export function cutAssignment(
  over: Stored<Assignment>,
  last: LocalDate,
  table: Table,
  death?: LocalDate,
): readonly Change[] {
  const { entity } = over;
  const assignments = assignmentStore(table);
  if (entity.from > last) return [assignments.remove(over)];
  if (death === undefined) return entity.to === last ? [] : [assignments.save({ ...entity, to: last }, over)];
  const decided = entity.death ? entity.death.to : entity.to;
  return [assignments.save({ ...entity, to: last, death: { on: death, to: decided } }, over)];
}

/** The documentation is owed from the last day on (L-53), where the services have begun; once returned it stays so. */
function owed(order: Order, last: LocalDate, { deadlines }: OwnOrder, pack: Pack): readonly Deadline[] {
  const isReturned = deadlines.some(({ entity }) => entity.code === 'D15' && entity.doneAt !== undefined);
  return order.started === undefined || isReturned || !pack.caseFile ? [] : [documentation(order, last, pack)];
}

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
      before && entity !== given?.entity && entity.from > before && overlaps(entity, { ...next, to: last }),
  );
  if (isTaken) return refuse('conflict', 'case-has-order');
  const after = deadlinesAfter(
    own.deadlines,
    {
      meets: ['D26'],
      opens: owed(next, last, own, pack),
      lapses: next.ending?.cause === 'DEATH' ? outlivedBy : undefined,
    },
    at,
  );
  return accept({
    deadlines: after.deadlines,
    effects: {
      saves: [
        orderStore(deps.table).save(next, own.stored),
        ...(given ? cutAssignment(given, last, deps.table, death) : []),
      ],
      deadlines: after.moved,
    },
  });
}
