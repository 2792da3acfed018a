import type { Deadline } from '../../../shared/domain/deadline.ts';
import { meet } from '../../../shared/domain/deadline.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { type Effects, system, together } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { withCorrection } from '../corrections.ts';
import { reportStore } from '../reports/report-store.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import type { OwnOrder } from '../steps/load-order.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { givenAgain, givenBefore, orderlessDays } from './death-care-step.ts';
import { followUpReopened, reopened } from './death-deadlines-step.ts';
import { undoneElsewhere } from './death-elsewhere-step.ts';
import { type Changed, undoneLetters } from './death-letters-step.ts';
import { type Dead, givenBy, loadDead } from './load-dead.ts';
import { dayOfDeath, isDead, withoutDeath } from './order-death.ts';

type Undone = { readonly order: Order; readonly deadlines: readonly Deadline[]; readonly effects: Effects };

/** Nobody need take note of a death that nobody died. */
async function noted({ stored, deadlines }: OwnOrder, at: string, deps: Deps): Promise<readonly MovedDeadline[]> {
  const reports = await reportStore(deps.table).ofOrder(stored.entity.id);
  const deaths = new Set(reports.filter(({ kind }) => kind === 'DEATH').map(({ id }) => id));
  return deadlines
    .filter(({ entity: { code, subject, doneAt } }) => {
      const ref = 'ref' in subject ? subject.ref : undefined;
      return code === 'D25' && doneAt === undefined && ref !== undefined && deaths.has(ref);
    })
    .map((over) => ({ next: meet(over.entity, at), over }));
}

/** One order is as it was before the death: its state, what was given by it, and what it waits for. */
async function orderUndone(
  own: OwnOrder,
  dead: Dead,
  step: OrderAndRoutine,
  reason: string,
  deps: Deps,
): Promise<Undone> {
  const { at, caller } = step;
  const before = own.stored.entity;
  const living = withoutDeath(before);
  const was = dayOfDeath(before) ?? '';
  const by = before.caseNo === step.stored.entity.caseNo ? caller.userId : system.userId;
  const next = withCorrection(living, { at, by, what: 'DEATH_UNDONE', was, reason });
  const given = givenBy(dead, before.id);
  const moved = [...reopened(before, living, own.deadlines, step), ...(await noted(own, at, deps))];
  const after = own.deadlines.map((one) => moved.find(({ over }) => over === one)?.next ?? one.entity);
  return {
    order: next,
    deadlines: after,
    effects: {
      saves: [orderStore(deps.table).save(next, own.stored), ...givenAgain(givenBefore(living, given), given, deps)],
      deadlines: moved,
    },
  };
}

/** What the municipality has told is not the provider's to take back; what it told itself is (an officer's is noted at once). */
async function isProvidersOwn(orderId: string, { table }: Deps): Promise<boolean> {
  const told = (await reportStore(table).ofOrder(orderId)).filter(({ kind }) => kind === 'DEATH').at(-1);
  return told !== undefined && told.by !== system.userId && told.acknowledged?.by !== told.by;
}

/**
 * A death that was told by mistake is undone, in every case of the person: orders, days and limits as they were, with a
 * letter that says so to each who had heard of it. Where statements build on it, `unlessStated` asks before it is done.
 */
export async function undoingDeath(step: OrderAndRoutine, reason: string, deps: Deps): Promise<Result<Undone>> {
  const { caller } = step;
  const { entity } = step.stored;
  const died = dayOfDeath(entity);
  if (died !== undefined && isProvidersRole(caller.role) && !(await isProvidersOwn(entity.id, deps)))
    return refuse('forbidden', 'death-told-by-other');
  if (died === undefined || !entity.ending) return refuse('conflict', 'no-death');
  const lock = await touchCase(entity.caseNo, deps);
  const dead = await loadDead(step, deps);
  const others = dead.others.filter(({ stored }) => isDead(stored.entity));

  const own = await orderUndone(step, dead, step, reason, deps);
  const parts: Effects[] = [lock, own.effects];
  const undone: Changed[] = [{ before: entity, next: own.order }];
  for (const other of others) {
    const theirs = await orderUndone(other, dead, step, reason, deps);
    parts.push(theirs.effects);
    undone.push({ before: other.stored.entity, next: theirs.order });
  }
  for (const { caseNo, given } of dead.cases) {
    const ofCase = await deadlineStore(deps.table).ofCase(caseNo);
    parts.push({
      saves: orderlessDays(given, undefined, deps),
      deadlines: followUpReopened(ofCase, entity.ending.at),
    });
  }
  const cases = dead.cases.map(({ caseNo }) => caseNo);
  parts.push({ letters: await undoneLetters(undone, step, deps) }, await undoneElsewhere(cases, died, step, deps));
  return accept({ order: own.order, deadlines: own.deadlines, effects: together(...parts) });
}
