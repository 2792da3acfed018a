import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { type Done, done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { correctionLetters } from '../correction-letters-step.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { type OrderStep, orderStepTaken } from '../steps/order-step.ts';
import { type CorrectVisitRefusal, correctVisit, metAnew } from './corrected-visit.ts';

/** The case's follow-up counted from the right day, where it still counts from the wrong one (L-56, A45). */
async function followUpMoved(
  before: Order,
  order: Order,
  { pack, at }: OrderStep,
  { table }: Pick<Deps, 'table'>,
): Promise<Effects> {
  const [was] = startDeadlines(before, pack).ofCase;
  const opens = startDeadlines(order, pack).ofCase;
  const ofCase = await deadlineStore(table).ofCase(order.caseNo);
  const counts = ofCase.some(
    ({ entity }) => entity.code === 'D17' && entity.doneAt === undefined && entity.dueAt === was?.dueAt,
  );
  return counts ? { deadlines: deadlinesAfter(ofCase, { opens }, at).moved } : {};
}

/** The day of the first visit put right: what was drawn from it is drawn anew, and the officer is notified. */
export async function visitCorrected(
  step: OrderStep,
  { on, reason }: { readonly on: LocalDate; readonly reason: string },
  deps: Deps,
): Promise<Result<Done<OrderView>, CorrectVisitRefusal>> {
  const { stored, caller, pack, at } = step;
  const before = stored.entity;
  const by = { userId: caller.userId, providerId: caller.providerId, at };
  const decision = correctVisit(before, by, on, reason);
  if (!decision.ok) return decision;
  const order = decision.value;
  if (order === before) {
    const deadlines = step.deadlines.map(({ entity }) => entity);
    return accept(done(orderView(order, stored.version, deadlines, step), { version: stored.version }));
  }
  const isDone = step.deadlines.some(({ entity }) => entity.code === 'D16' && entity.doneAt !== undefined);
  const refs = { was: (before.started ?? before.firstVisit)?.on ?? '', startedOn: on };
  return accept(
    orderStepTaken(
      order,
      step,
      {
        deadlines: {
          moves: (deadline) => metAnew(deadline, before, on, at),
          opens: isDone ? [] : startDeadlines(order, pack).ofOrder,
        },
        also: await followUpMoved(before, order, step, deps),
        rows: [{ event: 'first-visit-corrected', rule: step.arrangement.rules.firstVisit, refs }],
        letters: await correctionLetters(order, step, deps),
      },
      deps,
    ),
  );
}
