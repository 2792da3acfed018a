import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { committed, committedInTurn } from '../../../shared/steps/commit.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { moveStore } from '../move-store.ts';
import { runMove } from './case-by-case-step.ts';
import { casesLeft, casesOf } from './load-moving.ts';
import { runningMoves } from './load-running.ts';
import { type Move, MoveReason, MoveView, moveView } from './move.ts';

/** So many are moved while the caller waits; the rest follows within minutes. */
const atOnce = 10;

/**
 * Cases go to another officer, with all that hangs on them: one, some or all. A few at once, many by and by, with
 * progress; the same caller and the job may both be at it, and each case is moved once.
 */
export const moveCases = endpoint({
  summary: 'Move cases to another officer',
  path: z.object({ officerId: SafeId }),
  body: z.strictObject({
    to: SafeId.meta({ description: 'The officer who takes over', example: 'O2' }),
    cases: z
      .union([z.literal('ALL'), z.array(CaseNumber).min(1).max(500)])
      .meta({ description: '`ALL`, or at most 500 case numbers' }),
    reason: MoveReason,
  }),
  answer: MoveView,
  async run({ path: { officerId: from }, body, caller, at }, deps) {
    const { table } = deps;
    const memberships = membershipStore(table);
    if (!(await memberships.find(from, 'officer'))) return refuse('missing', 'staff-not-found');
    const taker = await memberships.find(body.to, 'officer');
    const isOfficer = taker !== undefined && isInForceOn(taker.entity, dateOf(at));
    const theirs = new Set(await casesOf(from, table));
    const named = body.cases === 'ALL' ? [] : body.cases;
    const faults: Fault[] = [
      ...(body.to === from ? [{ at: 'body.to', code: 'own-cases' }] : []),
      ...(isOfficer ? [] : [{ at: 'body.to', code: 'not-an-officer' }]),
      ...named.flatMap((caseNo, n) => (theirs.has(caseNo) ? [] : [{ at: `body.cases.${n}`, code: 'case-not-theirs' }])),
    ];
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
    const begun = await runningMoves(from, table);
    // All of them can go to one only: what is asked for beside it would split them between two.
    if (begun.running.some(({ cases }) => cases === 'ALL' || body.cases === 'ALL'))
      return refuse('conflict', 'move-running');
    const move: Move = {
      ...{ id: deps.newId('flytt'), from, to: body.to, reason: body.reason },
      cases: body.cases === 'ALL' ? 'ALL' : [...new Set(body.cases)],
      ...{ askedAt: at, by: byOf(caller), state: 'RUNNING', moved: 0, failed: [] },
    };
    const acting = { by: caller, at };
    const ids = [...begun.running.map(({ id }) => id), move.id];
    const saves = [moveStore(table).save(move, undefined), moveStore(table).saveBegun(from, ids, begun.stored)];
    // Somebody else has begun one just now.
    if (!(await committed({ saves }, acting, deps))) return refuse('conflict', 'move-running');
    await committedInTurn(runMove(move.id, atOnce, at, deps), acting, deps);
    const now = (await moveStore(table).find(move.id))?.entity ?? move;
    const left = await casesLeft(now, table);
    return done(moveView(now, left.length), { status: 202 });
  },
});
