import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { threadStore } from '../../../shared/stores/thread-store.ts';
import { goesOnAfter, isWorkLeft, type WorkLeft, workFaults } from './staffing.ts';

const everAfter = '9999-12-31T23:59:59.999Z';

async function workOf(userId: string, table: Table): Promise<WorkLeft> {
  const cases: string[] = [];
  let after: string | undefined;
  do {
    const page = await caseStore(table).ofOfficer(userId, { limit: 1000, after });
    cases.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  const owner = officerOwner(userId);
  const tasks = (await deadlineStore(table).dueTimes(owner, everAfter)).length;
  return { cases, tasks, unread: await threadStore(table).unreadCount(owner) };
}

/** Somebody whose administration goes on after a day, not as anybody's deputy; undefined when it is nobody's. */
async function otherAdministrator(userId: string, day: LocalDate, table: Table) {
  const { items } = await membershipStore(table).readableWithRole('administrator');
  return items.find(
    ({ entity }) => entity.userId !== userId && entity.deputyFor === undefined && goesOnAfter(entity, day),
  );
}

type Move = { readonly over: Stored<Membership>; readonly next: Membership };

/**
 * Whether roles may end so: somebody must go on as administrator, and what an officer still has must be moved before it
 * is nobody's. The checks rest on what stood, and are to be committed with the change.
 */
export async function mayEnd(
  moves: readonly Move[],
  at: Instant,
  table: Table,
): Promise<Result<readonly Change[], 'last-administrator' | 'work-left'>> {
  const today = dateOf(at);
  const checks: Change[] = [];
  for (const { over, next } of moves) {
    if (next.deputyFor !== undefined) continue;
    if (next.role === 'administrator' && next.to !== undefined && goesOnAfter(over.entity, next.to)) {
      const other = await otherAdministrator(next.userId, next.to, table);
      if (!other) return refuse('conflict', 'last-administrator');
      checks.push(membershipStore(table).check(other));
    }
    // A last day that is still to come is told of when it is over (see the watch over cases that nobody has).
    if (next.role === 'officer' && !isInForceOn(next, today)) {
      const left = await workOf(next.userId, table);
      const { faults, more } = workFaults(left);
      if (isWorkLeft(left)) return refuse('conflict', 'work-left', faults, more);
    }
  }
  return accept(checks);
}
