import { type Deadline, lapse } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { PlannedDays } from '../date/plan.ts';
import type { SwitchCase } from '../load-switch-case.ts';
import type { Switch } from '../switch.ts';
import { documentsDue } from '../switch-deadlines.ts';
import { afterAnswer, afterPlan, type LeavingOrderFate } from './documentation-deadline.ts';
import { leavesNothing } from './handover.ts';

/** What one of the leaving provider's orders, or what it had before the system, waits for once its days are planned. */
function moved(
  standing: readonly Stored<Deadline>[],
  { fate, papers }: { readonly fate: LeavingOrderFate; readonly papers: Deadline | undefined },
  at: Instant,
): readonly MovedDeadline[] {
  const isNew = papers !== undefined && !standing.some(({ entity }) => entity.code === 'D15');
  const moves = (deadline: Deadline) => afterPlan(deadline, fate, papers, at);
  return deadlinesAfter(standing, { moves, opens: isNew ? [papers] : [] }, at).moved;
}

type Planned = {
  readonly was: Switch;
  readonly next: Switch;
  readonly switchCase: SwitchCase;
  readonly pack: Pack;
  readonly at: Instant;
};

/** What the leaving provider's orders wait for once its days are planned, with the switch on `on` or called off. */
export function leavingDeadlines(
  { was, next, switchCase, pack, at }: Planned,
  { split }: PlannedDays,
  on: LocalDate | undefined,
): readonly MovedDeadline[] {
  const isCut = (orderId: string | undefined) => split.cut.some(({ assignment }) => assignment.orderId === orderId);
  // What has not begun has no documentation; what goes over in full is written down as not waited for (L-65).
  const owes = (order: Order | undefined): Deadline | undefined => {
    if (on === undefined || !pack.caseFile || (order && !order.started)) return undefined;
    const papers = documentsDue(next, order, on, pack);
    return leavesNothing(next) ? lapse(papers, at) : papers;
  };
  const touched = new Set(
    [...(was.moved?.before ?? []), ...split.cut, ...split.dropped.map((assignment) => ({ assignment }))].flatMap(
      ({ assignment }) => assignment.orderId ?? [],
    ),
  );
  const ofOrders = [...touched].flatMap((orderId) => {
    const order = switchCase.leavingOrders.get(orderId);
    if (!order) return [];
    const isDropped = split.dropped.some((assignment) => assignment.orderId === orderId);
    const fate = isCut(orderId) ? 'cut' : isDropped ? 'dropped' : 'whole';
    const papers = fate === 'cut' ? owes(order.stored.entity) : undefined;
    return moved(order.deadlines, { fate, papers }, at);
  });
  const papers = isCut(undefined) ? owes(undefined) : undefined;
  const ofCase = switchCase.casePapers ? [switchCase.casePapers] : [];
  return [...ofOrders, ...moved(ofCase, { fate: papers ? 'cut' : 'whole', papers }, at)];
}

/**
 * What the answer about the documentation means for the papers that the officer waits for (D15): nothing, once every
 * document goes to the joining provider (L-65).
 */
export function answeredDeadlines(
  one: Switch,
  { leavingOrders, casePapers }: SwitchCase,
  pack: Pack,
  at: Instant,
): readonly MovedDeadline[] {
  const on = one.date?.on;
  if (on === undefined) return [];
  const ofOrders = [...leavingOrders.values()].map(({ stored, deadlines }) => ({ deadlines, order: stored.entity }));
  const all = [...ofOrders, ...(casePapers ? [{ deadlines: [casePapers], order: undefined }] : [])];
  return all.flatMap(({ deadlines, order }) => {
    const due = documentsDue(one, order, on, pack);
    const moves = (deadline: Deadline) => (deadline.code === 'D15' ? afterAnswer(deadline, one, due, at) : deadline);
    return deadlinesAfter(deadlines, { moves }, at).moved;
  });
}
