import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { termsOf } from '../load-basis.ts';
import { ownMonth } from '../load-month.ts';
import { Submission } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { meetDeadlines } from '../opening/month-deadlines-step.ts';
import { cannotCorrect } from './correction.ts';
import { tellDeclined } from './correction-letters-step.ts';

/**
 * A provider says that it cannot correct what was wrong in its files: the correction is waited for no more, and the
 * officers may charge what was granted (A30). What it hands in later is taken all the same, until the statement.
 */
export const declineCorrection = endpoint({
  summary: 'Say that the month’s files cannot be corrected',
  path: z.object({ month: Month }),
  body: z.strictObject({ comment: Remark.optional().meta({ description: 'Why; the officers read it' }) }),
  answer: Submission,
  async run({ path, body, caller, at }, deps) {
    const of = { month: path.month, providerId: caller.providerId ?? '' };
    const found = await ownMonth(of, caller, deps);
    if (!found.ok) return found;
    const terms = await termsOf(of.month, of.providerId, deps);
    if (!terms.ok) return terms;
    const said = cannotCorrect(found.value.entity, { by: caller.userId, at, comment: body.comment });
    if (!said.ok) return said;

    const { submission } = said.value;
    const months = monthStore(deps.table);
    const { provider, settings } = terms.value;
    const about = { month: of.month, provider, settings, due: submission.correctUntil ?? at, at };
    const told = tellDeclined(await months.lines(submission.id), about, deps);
    const refs = { submissionId: submission.id, version: submission.version };
    return done(
      submission,
      together(told, {
        saves: [months.save(said.value, found.value)],
        deadlines: await meetDeadlines(of, ['D42'], at, deps.table),
        rows: [{ event: 'correction-declined', ...of, refs }],
      }),
    );
  },
});
