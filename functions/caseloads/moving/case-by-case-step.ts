import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { leaveMonth } from '../../months/door.ts';
import { moveStore } from '../move-store.ts';
import { deadlinesMoved, handOverCase } from './hand-over-case-step.ts';
import { casesLeft, openMonths } from './load-moving.ts';
import type { Move } from './move.ts';
import { unreadThreads } from './move-threads-step.ts';

/** Once to each: to the one who takes over, by letter or inside, and by letter to the one who still works here. */
async function lettersOf(move: Move, at: Instant, deps: Deps): Promise<readonly Change[]> {
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!settings || move.moved === 0) return [];
  const box = outbox(deps, settings, at);
  const fields = { to: 'tasks', count: move.moved } as const;
  const came = await box.toOfficer(move.to, 'M03', { ...fields, variant: 'came' });
  const old = await membershipStore(deps.table).find(move.from, 'officer');
  const isHere = old !== undefined && isInForceOn(old.entity, dateOf(at));
  return [
    ...(came.length > 0 ? came : box.inside(officerOwner(move.to), 'M03', { ...fields, variant: 'came' })),
    ...(isHere ? box.toMember(old.entity, officerOwner(move.from), 'M03', { ...fields, variant: 'went' }) : []),
  ];
}

/** What is an officer's beside cases: what they have not read, tasks about no case of theirs, the dates of their months. */
async function leftBehind({ from, to }: Move, at: Instant, deps: Deps): Promise<readonly Effects[]> {
  const between = { from, to, at };
  const months = await openMonths(from, deps.table);
  const parts = [...(await unreadThreads(between, deps.table))];
  for (const of of months) parts.push(await leaveMonth(of, between, deps));
  const { items } = await deadlineStore(deps.table).todo(officerOwner(from), { limit: 100 });
  for (const one of deadlinesMoved(items, between)) parts.push({ deadlines: [one] });
  return parts;
}

/** How often one case is decided again when somebody else changes it meanwhile. */
const attempts = 4;

/**
 * Moves as many of a move's cases as a run may, each in a commit of its own that counts it, so that what is cut off goes
 * on where it stopped and nothing is told twice. Told once, when all is done. Returns how many it moved.
 */
export async function* runMove(
  id: string,
  most: number,
  at: Instant,
  deps: Deps,
): AsyncGenerator<Effects, number, boolean> {
  const moves = moveStore(deps.table);
  let stored = await moves.find(id);
  if (stored?.entity.state !== 'RUNNING') return 0;
  const { from, to } = stored.entity;
  const taker = await membershipStore(deps.table).find(to, 'officer');
  if (!taker || !isInForceOn(taker.entity, dateOf(at))) {
    const stopped = { ...stored.entity, state: 'STOPPED' as const, stoppedBy: 'not-an-officer' };
    yield { saves: [moves.save(stopped, stored)], letters: await lettersOf(stored.entity, at, deps) };
    return 0;
  }
  const between = { from, to, at };
  const left = await casesLeft(stored.entity, deps.table);
  const open = await openMonths(from, deps.table);
  let did = 0;
  for (const caseNo of left.slice(0, most)) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const over: Stored<Move> | undefined = await moves.find(id);
      if (!over) return did;
      const step = await handOverCase(caseNo, over.entity, open, between, deps);
      if (step.ok && !step.value) break;
      const next = step.ok
        ? { ...over.entity, moved: over.entity.moved + 1 }
        : { ...over.entity, failed: [...over.entity.failed, { caseNo, code: step.code }] };
      const effects = step.ok ? (step.value ?? {}) : {};
      if (!(yield together(effects, { saves: [moves.save(next, over)] }))) continue;
      did += step.ok ? 1 : 0;
      break;
    }
  }
  stored = await moves.find(id);
  if (stored?.entity.state !== 'RUNNING' || (await casesLeft(stored.entity, deps.table)).length > 0) return did;
  if (stored.entity.cases === 'ALL' && stored.entity.failed.length === 0)
    for (const part of await leftBehind(stored.entity, at, deps)) yield part;
  stored = await moves.find(id);
  if (stored?.entity.state !== 'RUNNING') return did;
  const done = { ...stored.entity, state: 'DONE' as const };
  const refs = { moveId: id, from, to, moved: done.moved, failed: done.failed.length };
  yield {
    saves: [moves.save(done, stored)],
    letters: await lettersOf(done, at, deps),
    rows: [{ event: 'caseload-moved', refs }],
  };
  return did;
}
