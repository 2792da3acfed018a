import { type Deadline, meet } from '../../../shared/domain/deadline.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { endingByDeath } from '../ending/persons-death-step.ts';
import { loadOrderAndRoutine, type OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { admit, resume } from './hospital.ts';
import { keepingDeath, keepingTold } from './known-facts-step.ts';
import { isLate } from './report.ts';
import { reporting } from './report-step.ts';
import { isAboutFact } from './settling.ts';
import type { ToldFact } from './told-fact.ts';

type Taken = {
  readonly order: Order;
  readonly version: number;
  readonly deadlines: readonly Deadline[];
  readonly effects: Effects;
};
type Of<Kind> = Extract<KnownFact, { kind: Kind }>;

const formOf = ({ month, providerId, by }: ToldFact) => ({ form: { month, providerId, by } });

/** The customer has died, as the form says (L-59): every order of the case ends with the day after (L-48, L-49). */
export async function deathTaken(
  { on }: Of<'DEATH'>,
  told: ToldFact,
  step: OrderAndRoutine,
  deps: Deps,
): Promise<Result<Taken>> {
  const order = step.stored.entity;
  const { report, effects } = await reporting(
    { kind: 'DEATH', on, late: isLate(on, step.at), ...formOf(told) },
    undefined,
    step,
    deps,
  );
  const refs = { orderId: order.id, reportId: report.id, month: told.month, providerId: told.providerId };
  const rows = [{ event: 'death-reported', caseNo: order.caseNo, refs: { ...refs, late: report.late } }];
  const met = isAboutFact(told.id, (deadline) => meet(deadline, step.at));
  const ended = await endingByDeath(step, { on }, deps);
  if (!ended.ok && isOver(order)) {
    // It was over before the death, and pays as it did; others of the case may go on.
    const after = deadlinesAfter(step.deadlines, { moves: met }, step.at);
    const others = await othersEnd(on, step, deps);
    if (!others.ok) return others;
    return accept({
      ...{ order, version: step.stored.version, deadlines: after.deadlines },
      effects: together(
        ...[effects, { deadlines: after.moved, rows }],
        others.value ?? (await keepingDeath(order, on, deps)),
      ),
    });
  }
  if (!ended.ok) return ended;
  const moved = (ended.value.effects.deadlines ?? []).map((one) => ({
    ...one,
    next: one.over && met(one.over.entity) !== one.over.entity ? met(one.over.entity) : one.next,
  }));
  return accept({
    order: ended.value.order,
    version: step.stored.version + 1,
    deadlines: ended.value.deadlines,
    effects: together({ ...ended.value.effects, deadlines: moved }, effects, { rows }),
  });
}

/** What goes on in the case beside an order that is over ends with the day after the death; undefined where nothing does. */
async function othersEnd(on: LocalDate, step: OrderAndRoutine, deps: Deps): Promise<Result<Effects | undefined>> {
  const given = await assignmentStore(deps.table).ofCase(step.stored.entity.caseNo);
  for (const orderId of new Set(given.flatMap((one) => one.orderId ?? []))) {
    const { caller, at, language } = step;
    const other = await loadOrderAndRoutine(orderId, { caller, at, language }, deps);
    if (!other.ok || isOver(other.value.stored.entity)) continue;
    const ended = await endingByDeath(other.value, { on }, deps);
    return ended.ok ? accept(ended.value.effects) : ended;
  }
  return accept(undefined);
}

/** The order as a stay leaves it: it waits for a customer who is still there, and goes on for one who is home. */
function afterStay({ from, to }: Of<'HOSPITAL'>, step: OrderAndRoutine): Result<Order> {
  const order = step.stored.entity;
  const { at, caller } = step;
  if (isOver(order)) return accept(order);
  if (!order.pause) return admit(order, { from, ...(to ? { to } : {}) }, { at, by: caller.userId });
  return to && to >= order.pause.from ? resume(order, to, at) : accept(order);
}

/** A stay in hospital, as the form says (L-58, L-68). */
export async function stayTaken(
  fact: Of<'HOSPITAL'>,
  told: ToldFact,
  step: OrderAndRoutine,
  deps: Deps,
): Promise<Result<Taken>> {
  const next = afterStay(fact, step);
  if (!next.ok) return next;
  const order = next.value;
  const to = fact.to ?? undefined;
  const { report, effects } = await reporting(
    { kind: 'HOSPITAL', on: fact.from, to, late: isLate(fact.from, step.at), ...formOf(told) },
    undefined,
    step,
    deps,
  );
  const refs = { orderId: order.id, reportId: report.id, month: told.month, providerId: told.providerId };
  const moves = isAboutFact(told.id, (deadline) => meet(deadline, step.at));
  const isHome = step.stored.entity.pause !== undefined && order.pause === undefined;
  const after = deadlinesAfter(step.deadlines, { moves, meets: isHome ? ['D27'] : [] }, step.at);
  return accept({
    order,
    version: step.stored.version + 1,
    deadlines: after.deadlines,
    effects: together(
      {
        // Saved also where nothing in it changed: two who report the same at once meet here.
        saves: [orderStore(deps.table).save(order, step.stored)],
        deadlines: after.moved,
        rows: [{ event: 'hospital-reported', caseNo: order.caseNo, refs: { ...refs, state: order.state } }],
      },
      effects,
      await keepingTold(order, { from: fact.from, to: fact.to ?? null }, deps),
    ),
  });
}
