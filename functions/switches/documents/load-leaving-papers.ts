import { type Deadline, lapse } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Redrawn } from '../date/redraw.ts';
import type { Drawing } from '../outcome/load-moving.ts';
import { documentsDue } from '../switch-deadlines.ts';
import { leavesNothing } from './handover.ts';
import { afterRedraw } from './papers.ts';

/** The changes that take standing deadlines where a step moves them. */
export const changed = (
  deadlines: readonly Stored<Deadline>[],
  move: (deadline: Deadline) => Deadline,
  at: Instant,
  { table }: Deps,
): readonly Change[] =>
  deadlines.flatMap((over) => {
    const next = move(over.entity);
    return next === over.entity ? [] : [deadlineStore(table).save(next, over, at)];
  });

/** The papers and limits of one of the leaving provider's orders, or of what it had before the system. */
function paperChanges(
  standing: readonly Stored<Deadline>[],
  { fate, papers }: { fate: 'cut' | 'dropped' | 'whole'; papers: Deadline | undefined },
  at: Instant,
  deps: Deps,
): readonly Change[] {
  const isNew = papers !== undefined && !standing.some(({ entity }) => entity.code === 'D15');
  return [
    ...changed(standing, (deadline) => afterRedraw(deadline, fate, papers, at), at, deps),
    ...(isNew ? [deadlineStore(deps.table).open(papers, at)] : []),
  ];
}

/** What the leaving provider's orders wait for once its days are redrawn. */
export function leavingDeadlines(
  { was, next, moving, pack, at }: Drawing,
  { split }: Redrawn,
  on: LocalDate | undefined,
  deps: Deps,
) {
  const isCut = (orderId: string | undefined) => split.cut.some(({ assignment }) => assignment.orderId === orderId);
  // What has not begun has no documentation; what goes over in full is written down as not waited for (L-65).
  const owes = (order: Order | undefined): Deadline | undefined => {
    if (on === undefined || (order && !order.started)) return undefined;
    const papers = documentsDue(next, order, on, pack);
    return leavesNothing(next) ? lapse(papers, at) : papers;
  };
  const touched = new Set(
    [...(was.moved?.before ?? []), ...split.cut, ...split.dropped.map((assignment) => ({ assignment }))].flatMap(
      ({ assignment }) => assignment.orderId ?? [],
    ),
  );
  const ofOrders = [...touched].flatMap((orderId) => {
    const order = moving.leavingOrders.get(orderId);
    if (!order) return [];
    const isDropped = split.dropped.some((assignment) => assignment.orderId === orderId);
    const fate = isCut(orderId) ? 'cut' : isDropped ? 'dropped' : 'whole';
    const papers = fate === 'cut' ? owes(order.stored.entity) : undefined;
    return paperChanges(order.deadlines, { fate, papers }, at, deps);
  });
  const papers = isCut(undefined) ? owes(undefined) : undefined;
  const standing = moving.casePapers ? [moving.casePapers] : [];
  return [...ofOrders, ...paperChanges(standing, { fate: papers ? 'cut' : 'whole', papers }, at, deps)];
}
