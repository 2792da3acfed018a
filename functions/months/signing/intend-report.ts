import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { draftReport, ReportWish } from './load-report.ts';
import { IntentView, intend } from './signing-step.ts';

/** The officer sees the report as it will be signed: every line, the sums, the comment (L-33). */
export const intendReport = endpoint({
  summary: 'See the report as it will be signed',
  path: z.object({ month: Month, providerId: SafeId }),
  body: ReportWish,
  answer: IntentView,
  async run({ path, body, caller, at }, deps) {
    const comment = body.comment ?? '';
    const draft = await draftReport(path, comment, caller, deps);
    if (!draft.ok) return draft;
    const subject = `${path.month}/${path.providerId}/${caller.caseload}`;
    const { content } = draft.value;
    const { view, effects } = await intend({ kind: 'report', subject, caller, at, content }, { comment }, deps);
    return done(view, { ...effects, status: 201 });
  },
});
