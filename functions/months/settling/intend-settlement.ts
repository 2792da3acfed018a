import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { StatementWish } from '../signing/load-statement.ts';
import { IntentView, intend } from '../signing/signing-step.ts';
import { draftSettlement } from './load-settlement.ts';

/** The head sees the settlement as it will be signed and sent, when no later month comes (After the close). */
export const intendSettlement = endpoint({
  summary: 'See the settlement as it will be signed',
  path: z.object({ month: Month, providerId: SafeId }),
  body: StatementWish,
  answer: IntentView,
  async run({ path, body, caller, at }, deps) {
    const comment = body.comment ?? '';
    const draft = await draftSettlement(path, { comment, at }, caller, deps);
    if (!draft.ok) return draft;
    const subject = `${path.month}/${path.providerId}`;
    const { content } = draft.value;
    const { view, effects } = await intend({ kind: 'settlement', subject, caller, at, content }, { comment, at }, deps);
    return done(view, { ...effects, status: 201 });
  },
});
