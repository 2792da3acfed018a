import * as z from 'zod';
import { goesOn } from '../../../shared/domain/assignment.ts';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import { FollowUp, latestHeld, followUp as nextFollowUp } from './follow-up.ts';
import { followUpStore } from './follow-up-store.ts';

/** The officer has followed up the case (L-56); the next year begins to run from the day it was held (A45). */
export const recordFollowUp = endpoint({
  summary: 'Write down that a case has been followed up',
  path: z.object({ caseNo: CaseNumber }),
  body: z.strictObject({
    heldOn: LocalDate,
    text: Remark.meta({ description: 'What came of it; stays in the system' }),
  }),
  answer: FollowUp,
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const { caseNo } = path;
    const found = await caseStore(table).find(caseNo);
    if (!found || found.entity.officerId !== caller.caseload) return refuse('missing', 'case-not-found');
    if (body.heldOn > dateOf(at)) return refuse('invalid', 'date-ahead', [{ at: 'body.heldOn', code: 'date-ahead' }]);
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    if (!routine.value.pack.caseFile) return refuse('conflict', 'not-in-routine');
    const given = await assignmentStore(table).ofCase(caseNo);
    if (!given.some((one) => goesOn(one, dateOf(at)))) return refuse('conflict', 'case-not-in-force');

    const deadlines = await deadlineStore(table).ofCase(caseNo);
    const waiting = deadlines.find(({ entity }) => entity.code === 'D17');
    const late = waiting !== undefined && at > waiting.entity.dueAt;
    const entry = { ...body, id: deps.newId('uppf'), caseNo, at, by: caller.userId, late };
    const last = latestHeld(await followUpStore(table).ofCase(caseNo), body.heldOn);
    const next = nextFollowUp(found.entity, last, routine.value.pack);
    const row = {
      event: 'follow-up-held',
      caseNo,
      refs: { followUpId: entry.id, heldOn: body.heldOn, late },
    };
    const lock = await touchCase(caseNo, deps);
    return done(entry, {
      status: 201,
      ...together(lock, {
        saves: [followUpStore(table).add(entry)],
        deadlines: deadlinesAfter(deadlines, { opens: [next] }, at).moved,
        rows: [row],
      }),
    });
  },
});
