import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, system, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { casesOfPerson } from '../../people/door.ts';
import { assigned, lastDayLetter } from '../care-step.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { endBy } from './ending.ts';
import { ending } from './ending-step.ts';
import { deathElsewhere } from './other-cases-step.ts';

/** The person's other orders that are not over, whichever provider has them. */
async function othersOf(id: string, cases: readonly string[], { table }: Deps): Promise<readonly OwnOrder[]> {
  const given = (await Promise.all(cases.map((caseNo) => assignmentStore(table).ofCase(caseNo)))).flat();
  const ids = new Set(given.flatMap(({ orderId }) => (orderId && orderId !== id ? [orderId] : [])));
  const found = await Promise.all([...ids].map((orderId) => orderStore(table).find(orderId)));
  const open = found.filter((one) => one !== undefined).filter(({ entity }) => !isOver(entity));
  return Promise.all(
    open.map(async (one) => ({ stored: one, deadlines: await deadlineStore(table).ofOrder(one.entity.id) })),
  );
}

/** What was in force in the case from before the system has no order to end; its last day is set all the same. */
async function cutOrderless(caseNo: string, last: LocalDate, { table }: Deps): Promise<readonly Change[]> {
  const given = await assignmentStore(table).storedOfCase(caseNo);
  const longer = given.filter(({ entity }) => !entity.orderId && (entity.to === null || entity.to > last));
  const death = plusDays(last, -1);
  return longer.flatMap((over) => assigned({ table }).cut(over, last, death));
}

/** The order's own provider is notified. */
async function telling(order: Order, { settings, pack, at }: OrderAndRoutine, deps: Deps): Promise<readonly Change[]> {
  const provider = (await providerStore(deps.table).find(order.providerId))?.entity;
  return provider ? lastDayLetter(order, { provider, settings, pack, at }, deps) : [];
}

type Ended = { readonly order: Order; readonly deadlines: readonly Deadline[]; readonly effects: Effects };

/**
 * Every order of the person ends with the day after the death, in every case and at every provider (L-48, L-49, A73),
 * and each provider is notified but the one that reported it.
 */
export async function endingByDeath(
  step: OrderAndRoutine,
  last: LocalDate,
  deps: Deps,
): Promise<Result<Ended, 'order-closed' | 'order-ending' | 'case-has-order'>> {
  const { caller, at } = step;
  const end = { cause: 'DEATH', lastDay: last, by: caller.userId, at } as const;
  const own = endBy(step.stored.entity, end);
  if (!own.ok) return own;
  // Read before what it guards: an order that is placed meanwhile must not be missed.
  const lock = await touchCase(own.value.caseNo, deps);
  const cases = await casesOfPerson(own.value.caseNo, deps);
  const ended = await ending(own.value, step, step, deps, plusDays(last, -1));
  if (!ended.ok) return ended;

  const parts: Effects[] = [lock, ended.value.effects];
  if (caller.role === 'officer') parts.push({ letters: await telling(own.value, step, deps) });
  const others: Order[] = [];
  for (const other of await othersOf(own.value.id, cases, deps)) {
    // In another case nobody is to learn by whom it was told of that there is this one.
    const isElsewhere = other.stored.entity.caseNo !== own.value.caseNo;
    const next = endBy(other.stored.entity, isElsewhere ? { ...end, by: system.userId } : end);
    if (!next.ok) return next;
    const theirs = await ending(next.value, other, step, deps, plusDays(last, -1));
    if (!theirs.ok) return theirs;
    parts.push(theirs.value.effects);
    others.push(next.value);
    if (other.stored.entity.providerId !== step.provider.id || caller.role === 'officer')
      parts.push({ letters: await telling(next.value, step, deps) });
  }
  for (const caseNo of cases) parts.push({ saves: await cutOrderless(caseNo, last, deps) });
  parts.push(await deathElsewhere(cases, others, last, step, deps));
  return accept({ order: own.value, deadlines: ended.value.deadlines, effects: together(...parts) });
}
