import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { draftStatement, StatementWish } from './load-statement.ts';
import { IntentView, intend } from './signing-step.ts';

/** The head sees the statement as it will be signed and sent (L-37, L-38). */
export const intendStatement = endpoint({
  summary: 'See the statement as it will be signed',
  path: z.object({ month: Month, providerId: SafeId }),
  body: StatementWish,
  answer: IntentView,
  async run({ path, body, caller, at }, deps) {
    const comment = body.comment ?? '';
    const draft = await draftStatement(path, { comment, at }, caller, deps);
    if (!draft.ok) return draft;
    const subject = `${path.month}/${path.providerId}`;
    const { content } = draft.value;
    const { view, effects } = await intend({ kind: 'statement', subject, caller, at, content }, { comment, at }, deps);
    return done(view, { ...effects, status: 201 });
  },
});
