import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { lineOf, openPart } from '../load-month.ts';
import { monthStore } from '../month-store.ts';
import { counted } from '../signing/submission.ts';
import { answer } from './approved-time.ts';
import { LineView, lineView } from './line-view.ts';

/** The provider answers what the officer asked (L-32); the answer stays in the system. */
export const answerQuestion = endpoint({
  summary: 'Answer a question about a line',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  body: z.strictObject({ text: Remark }),
  answer: LineView,
  async run({ path, body, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const own = await lineOf(path, caller, deps);
    if (!own.ok) return own;
    const { line, place } = own.value;
    if (ifMatch !== undefined && ifMatch !== line.version) return refuse('conflict', 'stale-version');
    const part = await openPart(path, line.officerId, deps);
    if (!part.ok) return part;
    const answered = answer(line, body.text, { userId: caller.userId, at });
    if (!answered.ok) return answered;

    const next = answered.value;
    const months = monthStore(table);
    const refs = { month: path.month, providerId: path.providerId };
    const row = { event: 'question-answered', caseNo: path.caseNo, refs };
    return done(lineView(next, caller, false), {
      version: next.version,
      saves: [
        ...months.saveLine(place, next),
        months.savePart(path.month, path.providerId, counted(part.value.entity, [line], [next]), part.value),
      ],
      rows: [row],
    });
  },
});
