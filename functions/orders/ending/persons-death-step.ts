import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type DeadlineMoves, deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, system, together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { withCorrection } from '../corrections.ts';
import { documentationOwed } from '../limits/document-deadlines.ts';
import { isToldDeath } from '../reports/settling.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { givenBefore, givenUntil, orderlessDays } from './death-care-step.ts';
import { deathElsewhere } from './death-elsewhere-step.ts';
import { deathLetters } from './death-letters-step.ts';
import { outlivedBy } from './ending.ts';
import { type Dead, givenBy, loadDead } from './load-dead.ts';
import { type Death, dayOfDeath, decidedTo, dies, withoutDeath } from './order-death.ts';
import { areTaken } from './taken-days.ts';

type Ended = { readonly order: Order; readonly deadlines: readonly Deadline[]; readonly effects: Effects };

/** The day after the death is nobody's to give where another provider has it for the same service: then it stays as it was. */
function unlessTaken(next: Order, before: Order, dead: Dead): Order {
  const given = givenBy(dead, next.id);
  const last = lastDayOf(next);
  const known = before.ending?.lastDay;
  if (!next.ending || !given || last === undefined || known === undefined || last <= known) return next;
  const ofCase = dead.cases.find(({ caseNo }) => caseNo === next.caseNo)?.given ?? [];
  const wanted = { ...givenBefore(before, given), to: last };
  const taken = { next: wanted, given: given.entity, ofCase: ofCase.map(({ entity }) => entity) };
  return areTaken(taken) ? { ...next, ending: { ...next.ending, lastDay: known } } : next;
}

/** One order ends by the death: itself, what was given by it, and what it waits for. */
function orderEnded(
  own: OwnOrder,
  death: Death & { readonly reason: string | undefined },
  dead: Dead,
  { pack, at }: OrderAndRoutine,
  deps: Deps,
): Result<Ended, 'order-closed'> {
  const order = own.stored.entity;
  const before = withoutDeath(order);
  const decision = dies(order, death);
  if (!decision.ok) return decision;
  const next = unlessTaken(decision.value, before, dead);
  const last = lastDayOf(next) ?? plusDays(death.on, 1);
  const given = givenBy(dead, order.id);
  const was = givenBefore(before, given);
  const pay = { on: death.on, last, decided: decidedTo(before, death.on), toldOn: dateOf(at) };
  const standing = own.deadlines.map(({ entity }) => entity);
  // What an order that was closed already owes is counted from the day it served last.
  const waits: DeadlineMoves = isOver(next)
    ? { lapses: isToldDeath }
    : {
        meets: ['D26'],
        opens: documentationOwed(next, last, standing, pack),
        lapses: (one: Deadline) => outlivedBy(one) || isToldDeath(one),
      };
  const after = deadlinesAfter(own.deadlines, waits, at);
  const told = dayOfDeath(order);
  const { by, reason } = death;
  const saved =
    told === undefined
      ? next
      : withCorrection(next, { at, by, what: 'DEATH', was: told, is: death.on, ...(reason ? { reason } : {}) });
  return accept({
    order: saved,
    deadlines: after.deadlines,
    effects: {
      saves: [orderStore(deps.table).save(saved, own.stored), ...givenUntil(was, given, pay, deps)],
      deadlines: after.moved,
    },
  });
}

/** What goes on in the case, where a death is told that an order did not live to see; another provider's is nobody's but ours. */
function whereToTell({ others }: Dead, { stored, caller }: OrderAndRoutine): readonly Fault[] | undefined {
  if (caller.role !== 'officer') return undefined;
  const faults = others
    .filter(({ stored: { entity } }) => entity.caseNo === stored.entity.caseNo && !isOver(entity))
    .map(({ stored: { entity } }) => ({
      at: `orders.${entity.id}`,
      code: 'order-closed',
      message: `Beställningen var avslutad då. Meddela dödsfallet på beställningen ${entity.id}.`,
    }));
  return faults.length > 0 ? faults : undefined;
}

/**
 * Every order of the person ends with the day after the death, at every provider and in every case (L-48, L-49, A73),
 * and each provider is notified but the one that reported it. Told again of another day, all of it is drawn anew, both
 * ways.
 */
export async function endingByDeath(
  step: OrderAndRoutine,
  { on, reason }: { readonly on: LocalDate; readonly reason?: string | undefined },
  deps: Deps,
): Promise<Result<Ended>> {
  const { caller, at } = step;
  const { id, caseNo } = step.stored.entity;
  // Read before what it guards: an order that is placed meanwhile must not be missed.
  const lock = await touchCase(caseNo, deps);
  const dead = await loadDead(step, deps);
  const diedWith = [id, ...dead.others.map(({ stored }) => stored.entity.id)];
  const death = { on, by: caller.userId, at, diedWith, reason };
  const own = orderEnded(step, death, dead, step, deps);
  if (!own.ok) return refuse('conflict', 'order-closed', whereToTell(dead, step));

  const parts: Effects[] = [lock, own.value.effects];
  const ended = [{ before: step.stored.entity, next: own.value.order }];
  for (const other of dead.others) {
    // In another case nobody is to learn by whom it was told of that there is this one.
    const isElsewhere = other.stored.entity.caseNo !== caseNo;
    const told = isElsewhere ? { ...death, by: system.userId } : death;
    const theirs = orderEnded(other, told, dead, step, deps);
    // One that was over already ends with nothing.
    if (!theirs.ok) continue;
    parts.push(theirs.value.effects);
    ended.push({ before: other.stored.entity, next: theirs.value.order });
  }
  const days = { on, last: plusDays(on, 1), toldOn: dateOf(at) };
  parts.push({ saves: dead.cases.flatMap(({ given }) => orderlessDays(given, days, deps)) });
  parts.push({ letters: await deathLetters(ended, step, deps) });
  const others = ended.slice(1).map(({ next }) => next);
  const cases = dead.cases.map((one) => one.caseNo);
  const was = dayOfDeath(step.stored.entity);
  parts.push(await deathElsewhere(cases, { ended: others, last: days.last, was }, step, deps));
  return accept({ order: own.value.order, deadlines: own.value.deadlines, effects: together(...parts) });
}
