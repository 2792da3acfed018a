import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, Month, monthOf, nextMonth } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { adjustingMet } from '../../orders/door.ts';
import { ContactIn, contactsIn, untrueContacts } from '../lines/both-asked.ts';
import { ownMonth } from '../load-month.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { settlingDates } from '../settling/settling-dates-step.ts';
import { adjust } from './adjusting.ts';
import { adjustedDeadlines } from './adjusting-met-step.ts';
import { adjustmentNumbers } from './adjustment-numbers.ts';
import { adjustmentStore } from './adjustment-store.ts';
import { AdjustmentView, adjustmentView } from './adjustment-view.ts';
import { adjustingOf } from './load-adjusting.ts';

/** A month is put right no further back than this. */
const mostMonths = 36;

/**
 * An officer without a line in the next month reports there all the same: a part of their own, in a month that has been
 * handed in and that nobody has stated.
 */
async function partsFor(
  month: Month,
  providerId: string,
  officerId: string,
  today: Month,
  deps: Deps,
): Promise<Change[]> {
  const months = monthStore(deps.table);
  let later = nextMonth(month);
  for (let n = 0; later <= today && n < mostMonths; n += 1, later = nextMonth(later)) {
    const found = await months.find(later, providerId);
    const laid = found && linesIdOf(found.entity);
    if (!found || laid === undefined || found.entity.state === 'stated') continue;
    if (await months.part(later, providerId, officerId)) return [];
    const part = { officerId, submissionId: laid, lines: 0, undecided: 0, asked: 0 };
    const officers = [...new Set([...found.entity.officers, officerId])].sort();
    return [months.savePart(later, providerId, part, undefined), months.save({ ...found.entity, officers }, found)];
  }
  return [];
}

/** The responsible officer decides what a case of a stated month comes to with what is known now (contract-month, After the close). */
export const decideAdjustment = endpoint({
  summary: 'Decide an adjustment of a stated month',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  body: z.strictObject({
    minutes: z.int().min(0).optional().meta({
      description: 'What the case comes to in all; as proposed when left out, and needed where nothing is proposed',
    }),
    comment: Remark.optional().meta({ description: 'Why, needed; stands in the report and in the statement' }),
    mistake: z.literal(true).optional().meta({
      description:
        'The officer decided wrongly (`DECISION`), whether or not something else has become known; with minutes',
    }),
    contacts: z.array(ContactIn).max(10).optional().meta({
      description: 'The provider, and the customer’s side where it is about what happened (A68)',
    }),
  }),
  answer: AdjustmentView.partial({ number: true }).meta({ description: 'Without a number: nothing is changed by it' }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const own = await ownMonth(path, caller, deps);
    if (!own.ok) return own;
    const loaded = await adjustingOf(path, deps);
    if (!loaded.ok) return loaded;
    const { toAdjust, others, adjustments } = loaded.value;
    const { submission, filed } = loaded.value.month.entity;
    const reached = toAdjust.find(({ caseNo }) => caseNo === path.caseNo);
    const other = others.find(({ caseNo }) => caseNo === path.caseNo);
    const tasks = await adjustingMet(path, at, table);
    // Without a fact that changes minutes there is the officer’s own mistake, or a task that says that something was told.
    const standing = reached ?? (body.mistake || tasks.length > 0 ? other : undefined);
    if (!standing) return refuse('conflict', 'nothing-to-adjust');
    const by = { userId: caller.userId, at };
    const untrue = untrueContacts(body.contacts, by);
    if (untrue.length > 0) return refuse('invalid', 'bad-request', untrue);
    const { month, providerId } = path;
    // What nobody has signed for is decided anew, and what was dropped.
    const ofCase = (state: 'decided' | 'dropped') =>
      adjustments.find(({ entity }) => entity.state === state && entity.caseNo === path.caseNo);
    const over = ofCase('decided') ?? ofCase('dropped');
    const latest = Math.max(0, ...adjustments.map(({ entity }) => entity.n));
    const decided = adjust(
      standing,
      { minutes: body.minutes, mistake: body.mistake, comment: body.comment, contacts: contactsIn(body.contacts, by) },
      {
        ...{
          month,
          providerId,
          at,
          n: over?.entity.n ?? latest + 1,
          version: (filed ?? submission)?.version ?? 0,
          isStanding: standing.standing !== undefined,
          isTold: tasks.length > 0,
        },
        by: { userId: caller.userId, caseload: caller.caseload },
      },
    );
    if (!decided.ok) return decided;
    const next = decided.value;
    const refs = { month, providerId, was: next.was, charged: next.now, because: next.because.join(' ') };
    const isLast = toAdjust.every((one) => one === standing || one.officerId !== next.officerId);
    const effects = {
      deadlines: [
        ...(await adjustedDeadlines({ ...path, officerId: next.officerId }, isLast, at, table)),
        ...(await settlingDates(providerId, { month, n: next.n, isDecided: next.state === 'decided' }, at, deps)),
      ],
      rows: [{ event: 'adjustment-decided', caseNo: path.caseNo, refs }],
    };
    // A row of no minutes is kept in the journal only, unless one that was decided is dropped for it.
    if (next.now === next.was && !standing.standing)
      return done({ ...adjustmentView(next), number: undefined }, effects);
    const live = [...adjustments.filter((one) => one !== over).map(({ entity }) => entity), next].filter(
      ({ state }) => state !== 'dropped',
    );
    return done(adjustmentView(next, adjustmentNumbers(live, live).get(next)), {
      ...effects,
      saves: [
        adjustmentStore(table).save(next, over),
        ...(await partsFor(month, providerId, next.officerId, monthOf(dateOf(at)), deps)),
      ],
    });
  },
});
