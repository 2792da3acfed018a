import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { earlierOf, lastDayOf } from '../../../shared/domain/order-end.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { assigned, assignmentOf } from '../care-step.ts';

type Store = Pick<Deps, 'table'>;

/** What a provider had before the death, as it is restored when nobody says that anybody has died. */
function living(given: Assignment, to: LocalDate | null): Assignment {
  const { death: _, ...rest } = given;
  return { ...rest, to };
}

/** What an order gave its provider before the death: what stands, or what its death took away before it had begun. */
export function givenBefore(before: Order, given: Stored<Assignment> | undefined): Assignment {
  const to = lastDayOf(before) ?? null;
  return given ? living(given.entity, to) : { ...assignmentOf(before), to };
}

/** How pay ends with a death: the day of it, the last day paid, the day that had been decided (L-48, A66), and when it was told. */
export type EndOfPay = {
  readonly on: LocalDate;
  readonly last: LocalDate;
  readonly decided: LocalDate | null;
  readonly toldOn: LocalDate;
};

/**
 * A death ends what was given. What had not begun by the last day never does; where it had when the death was told, it
 * is kept from its first day, so that what is reported of it is after the death and not of an unknown case (A27).
 */
export function givenUntil(
  was: Assignment,
  given: Stored<Assignment> | undefined,
  { on, last, decided, toldOn }: EndOfPay,
  deps: Store,
): readonly Change[] {
  const { take } = assigned(deps);
  if (was.from > last && was.from > toldOn) return given ? take(given) : [];
  const to = was.from > last ? was.from : last;
  return givenAgain({ ...was, to, death: { on, to: decided, toldOn } }, given, deps);
}

/** What was given as it is from now on, also where it had been taken away. */
export function givenAgain(next: Assignment, given: Stored<Assignment> | undefined, deps: Store): readonly Change[] {
  const { give, change } = assigned(deps);
  return given ? change(next, given) : give(next);
}

/** What was in force from before the system has no order: its days are cut, or restored where nobody died. */
export function orderlessDays(
  ofCase: readonly Stored<Assignment>[],
  died: Omit<EndOfPay, 'decided'> | undefined,
  deps: Store,
): readonly Change[] {
  return ofCase
    .filter(({ entity }) => entity.orderId === undefined)
    .flatMap((over): readonly Change[] => {
      const { entity } = over;
      const was = living(entity, entity.death ? entity.death.to : entity.to);
      if (!died) return entity.death ? givenAgain(was, over, deps) : [];
      const isOutlived = was.to !== null && was.to < died.on;
      if (isOutlived) return entity.death ? givenAgain(was, over, deps) : [];
      return givenUntil(was, over, { ...died, last: earlierOf(was.to ?? undefined, died.last), decided: was.to }, deps);
    });
}
