import type { Deadline } from '../../../shared/domain/deadline.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Table } from '../../../shared/ports/table.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { type Between, moveLine } from '../../months/door.ts';
import { assigned } from '../../orders/door.ts';
import { moveSwitches } from '../../switches/door.ts';
import { namedInJournal, type OpenMonth } from './load-moving.ts';
import type { Move } from './move.ts';
import { caseThreads } from './move-threads-step.ts';

/** A deadline at the new officer: what it is about, and whose it is when it was the officer's own. */
function atOther({ subject, owner, ...deadline }: Deadline, { from, to }: Between): Deadline {
  const next = 'officerId' in subject && subject.officerId === from ? { ...subject, officerId: to } : subject;
  return { ...deadline, subject: next, owner: owner === officerOwner(from) ? officerOwner(to) : owner };
}

const isTheirs = ({ subject, owner }: Deadline, from: string): boolean =>
  subject.kind !== 'month' && (owner === officerOwner(from) || ('officerId' in subject && subject.officerId === from));

export const deadlinesMoved = (found: readonly Stored<Deadline>[], between: Between): readonly MovedDeadline[] =>
  found
    .filter(({ entity }) => isTheirs(entity, between.from))
    .map((over) => ({ next: atOther(over.entity, between), over }));

/** Tasks of the officer's that one reading comes to, and how many readings there are at most. */
const [tasksAtOnce, readings] = [200, 10];

/** What the old officer was to decide about mail that has come in about the case. */
async function mailTasks(caseNo: string, { from }: Between, table: Table): Promise<readonly Stored<Deadline>[]> {
  const found: Stored<Deadline>[] = [];
  let after: string | undefined;
  for (let reading = 0; reading < readings; reading++) {
    const page = await deadlineStore(table).todo(officerOwner(from), { limit: tasksAtOnce, after });
    found.push(...page.items.filter(({ entity: { subject } }) => subject.kind === 'mail' && subject.caseNo === caseNo));
    after = page.next;
    if (after === undefined) break;
  }
  return found;
}

/** The case's orders, those that are over apart: they go before the rest, since nothing waits for them. */
async function ordersMoved(ids: readonly string[], between: Between, table: Table) {
  const parts: Effects[] = [];
  const before: Effects[] = [];
  for (const id of ids) {
    const over = await orderStore(table).find(id);
    if (over?.entity.officerId !== between.from) continue;
    const saves = [orderStore(table).save({ ...over.entity, officerId: between.to }, over)];
    const deadlines = deadlinesMoved(await deadlineStore(table).ofOrder(id), between);
    (isOver(over.entity) ? before : parts).push({ saves, deadlines });
  }
  return { parts, before };
}

/**
 * One case to another officer, all or nothing: the case, what its providers have, its orders, deadlines and switches, and
 * its lines in months that are not signed. Nothing when it is not the old officer's any more.
 */
export async function handOverCase(
  caseNo: string,
  move: Move,
  open: readonly OpenMonth[],
  between: Between,
  deps: Deps,
): Promise<Result<Effects | undefined, 'report-signed'>> {
  const { table } = deps;
  const found = await caseStore(table).find(caseNo);
  if (found?.entity.officerId !== between.from) return accept(undefined);
  const given = await assignmentStore(table).storedOfCase(caseNo);
  const providers = new Set(given.map(({ entity }) => entity.providerId));
  const lines: Effects[] = [];
  for (const of of open.filter(({ providerId }) => providers.has(providerId))) {
    const moved = await moveLine(of, caseNo, between, deps);
    if (!moved.ok) return moved;
    lines.push(moved.value);
  }
  const named = await namedInJournal(caseNo, table);
  const orderIds = new Set([...given.flatMap(({ entity }) => entity.orderId ?? []), ...named.orders]);
  const orders = await ordersMoved([...orderIds], between, table);
  const switches = await moveSwitches(caseNo, named.switches, between, deps);
  const beside = [await deadlineStore(table).ofCase(caseNo), await mailTasks(caseNo, between, table)];
  for (const id of switches.ids) beside.push(await deadlineStore(table).ofSwitch(id));
  const refs = { moveId: move.id, from: move.from, to: move.to, reason: move.reason };
  return accept(
    together(
      { before: [...(await caseThreads(caseNo, between, table)), ...orders.before] },
      {
        saves: [
          caseStore(table).save({ ...found.entity, officerId: between.to }, found),
          ...given
            .filter(({ entity }) => entity.officerId === between.from)
            .flatMap((over) => assigned(deps).change({ ...over.entity, officerId: between.to }, over)),
          ...switches.saves,
        ],
        deadlines: deadlinesMoved(beside.flat(), between),
        rows: [{ event: 'case-moved', caseNo, refs }],
      },
      ...orders.parts,
      ...lines,
    ),
  );
}
