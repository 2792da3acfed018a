import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { takingFiled } from '../filing/taking-filed-step.ts';
import { partFor } from '../lists/month-view.ts';
import { ownMonth } from '../load-month.ts';
import { Part } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { reopenReport } from '../opening/month-deadlines-step.ts';
import { withdraw } from './report.ts';

/**
 * The officer takes back a signed report, or the head sends it back, while nothing has been stated from it: its lines
 * can be decided again, and a new version takes its place. Corrected files that waited for it are taken in (A30). What was signed stays among the records, and the new version
 * names it.
 */
export const withdrawReport = endpoint({
  summary: 'Take back a signed report, or send it back',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({
    comment: Remark.meta({ description: 'Why; officer and head read it' }),
    officerId: SafeId.optional().meta({
      description: 'Whose report the head sends back; an officer takes back their own',
    }),
  }),
  answer: Part,
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    if (caller.role === 'head' && body.officerId === undefined)
      return refuse('invalid', 'missing-field', [{ at: 'body.officerId', code: 'missing-field' }]);
    const officerId = caller.role === 'head' ? (body.officerId ?? '') : caller.caseload;
    if (caller.role === 'officer' && body.officerId !== undefined && body.officerId !== officerId)
      return refuse('forbidden', 'not-your-report');
    const month = await ownMonth(path, caller, deps);
    if (!month.ok) return month;
    const months = monthStore(table);
    const parts = await months.parts(path.month, path.providerId);
    const part = parts.find((one) => one.entity.officerId === officerId);
    if (!part) return refuse('missing', 'month-not-found');
    if (month.value.entity.state === 'stated') return refuse('conflict', 'statement-sent');
    const decision = withdraw(part.entity, { at, by: caller.userId, comment: body.comment });
    if (!decision.ok) return decision;

    const { part: next, recordId } = decision.value;
    const refs = { officerId, recordId, sentBack: caller.role === 'head' };
    const row = { event: 'report-withdrawn', month: path.month, providerId: path.providerId, refs };
    // What it said of months that are stated waits to be reported again.
    const reported = (await adjustmentStore(table).ofProvider(path.providerId)).filter(
      ({ entity }) => entity.state === 'reported' && entity.officerId === officerId && entity.inMonth === path.month,
    );
    const effects = {
      saves: reported.map((one) =>
        adjustmentStore(table).save({ ...one.entity, state: 'decided', inMonth: undefined }, one),
      ),
      rows: [row],
    };
    const withdrawn = parts.map((one) => (one === part ? { ...one, entity: next } : one));
    const taken = await takingFiled(month.value, withdrawn, at, deps);
    // Nothing is left to sign for who has no line in the files that are taken in.
    const signsAgain = taken === undefined || taken.officers.includes(officerId);
    return done(
      partFor(next, caller),
      together(
        effects,
        { deadlines: signsAgain ? await reopenReport(path, officerId, table) : [] },
        taken?.effects ?? {
          saves: [
            months.savePart(path.month, path.providerId, next, part),
            // The month is written over as it is: a statement that was made from the report meanwhile makes this lose, or loses.
            months.save(month.value.entity, month.value),
          ],
        },
      ),
    );
  },
});
