import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { meet } from '../../../shared/domain/deadline.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { ownMonth } from '../load-month.ts';
import { roomFor } from '../opening/month-deadlines-step.ts';
import { RemarkAnswer } from './kept-remark.ts';
import { remarksOfMonth } from './load-remarks.ts';
import { remarkDates, whoAnswers } from './remark-dates-step.ts';
import { remarkStore } from './remark-store.ts';

/** An officer answers remarks of their own, several that have the same answer at once; the latest word stands. */
export const answerRemarks = endpoint({
  summary: 'Answer what was seen in the rows',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({
    remarkIds: z
      .array(z.string().regex(/^[0-9a-f]{24}$/))
      .min(1)
      .max(50),
    kind: RemarkAnswer.shape.kind,
    text: Remark,
  }),
  answer: z.object({ answered: z.int(), left: z.int().meta({ description: 'Of the caller’s own' }) }),
  async run({ path, body, caller, at }, deps) {
    const month = await ownMonth(path, caller, deps);
    if (!month.ok) return month;
    const remarks = await remarksOfMonth(month.value.entity, deps);
    const own = remarks.filter(({ owners }) => owners.includes(caller.caseload));
    const wanted = new Set(body.remarkIds);
    const faults = [...wanted]
      .filter((id) => !own.some((one) => one.id === id))
      .map((id) => ({ at: `body.remarkIds.${body.remarkIds.indexOf(id)}`, code: 'remark-not-found' }));
    if (faults.length > 0) return refuse('missing', 'remark-not-found', faults);
    // What was left at the statement may still be answered, late; what was answered by then stands.
    const isStated = month.value.entity.state === 'stated';
    if (isStated && own.some(({ id, answered }) => wanted.has(id) && answered))
      return refuse('conflict', 'statement-sent');
    const { kind, text } = body;
    const answer = { kind, text, by: caller.userId, at };
    const refs = { remarks: wanted.size, kind };
    const after = remarks.map((one) => (wanted.has(one.id) ? { ...one, answered: answer } : one));
    const standing = await deadlineStore(deps.table).ofMonth(path.month, path.providerId);
    const dates = roomFor(remarkDates(path, whoAnswers(after), { standing, end: meet, at }));
    return done(
      { answered: wanted.size, left: own.filter(({ id, answered }) => !answered && !wanted.has(id)).length },
      {
        ...dates,
        saves: own
          .filter(({ id }) => wanted.has(id))
          .map(({ id, answered }) => remarkStore(deps.table).saveAnswer(path, id, answer, answered)),
        rows: [{ event: 'remarks-answered', ...path, refs }],
      },
    );
  },
});
