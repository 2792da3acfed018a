import { dateOf, type Instant, plusDays } from '../../../shared/domain/local-time.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system, together } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { countDeclines } from './count-declines-step.ts';
import { declineStore } from './decline-store.ts';
import { type DeclinedVisit, mayBeSameVisit } from './declined-visit.ts';
import type { Decline } from './declines.ts';
import { type DeclinesFromForm, declinesFromForm } from './declines-from-form-step.ts';
import { type HandedInDeclines, handedInDeclinesStore } from './handed-in-declines-store.ts';

const atOnce = 20;
/** A commit holds a hundred changes: a visit is two, and telling the officer some more. */
const visitsACommit = 30;

/** Visits of one case, but for those that are known by now; false when somebody else was in the case meanwhile. */
async function takeUp(visits: readonly DeclinedVisit[], told: DeclinesFromForm, deps: Deps): Promise<boolean> {
  const { caseNo, pack, order, caller, at } = told;
  const first = visits.map(({ on }) => on).toSorted()[0] ?? dateOf(at);
  const lock = await touchCase(caseNo, deps);
  const known = await declineStore(deps.table).ofCase(caseNo, plusDays(first, -pack.params['repeatDecline.days']));
  const fresh = visits
    .filter((visit, n) => !visits.slice(0, n).some((earlier) => mayBeSameVisit(earlier, visit)))
    .filter((visit) => !known.some(({ entity }) => mayBeSameVisit(entity, visit)))
    .map((visit): Decline => ({ ...visit, ...(order ? { orderId: order.id } : {}), at, by: caller.userId }));
  if (fresh.length === 0) return true;
  const { effects } = await countDeclines(fresh, known, told, told.telling, deps);
  return committed(together(lock, effects), { by: caller, at }, deps);
}

/** A case at a time. What is done is kept if the rest fails, and is known when it comes again. */
async function takeUpAll(stored: Stored<HandedInDeclines>, at: Instant, deps: Deps): Promise<boolean> {
  for (const [caseNo, visits] of Map.groupBy(stored.entity.visits, (visit) => visit.caseNo)) {
    const told = await declinesFromForm(caseNo, stored.entity, at, deps);
    if (!told) return false;
    for (let n = 0; n < visits.length; n += visitsACommit)
      if (!(await takeUp(visits.slice(n, n + visitsACommit), told, deps))) return false;
  }
  return committed({ saves: [handedInDeclinesStore.takenUp(stored, at)] }, { by: system, at }, deps);
}

/**
 * Counts the declined visits of the forms that have been handed in, and notifies the officers of those repeated (L-50,
 * D23).
 */
export const takeUpDeclines = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'declines',
      entry: 'takeUpDeclines',
      atOnce,
      read: handedInDeclinesStore.read,
      one: (stored) => takeUpAll(stored, at, deps),
    },
    at,
    deps,
  ),
);
