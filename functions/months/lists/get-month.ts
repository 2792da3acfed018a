import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { kindOf } from '../../../shared/domain/deadline-kinds.ts';
import { DeadlineView, deadlineView } from '../../../shared/domain/deadline-view.ts';
import { localIso, Month } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { FileVerdict } from '../checks/dry-run-view.ts';
import { verdictOf } from '../checks/load-dry-run.ts';
import { waitsUntil } from '../correcting/correction.ts';
import { FeeRow, feeRow } from '../fees/fee-row.ts';
import { withAdjustments } from '../fees/load-fees.ts';
import type { Line } from '../lines/line.ts';
import { LineView, lineView } from '../lines/line-view.ts';
import { officerNames } from '../lines/load-officers.ts';
import { ownMonth } from '../load-month.ts';
import { linesIdOf, Part, ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { isToSettle } from '../settling/load-settlement.ts';
import { hasPart } from '../signing/opens-for.ts';
import { RecordRef, signingStore } from '../signing/signing-store.ts';
import { closableFrom } from './load-closing.ts';
import { Untaken, untakenOf } from './load-untaken.ts';
import { monthFor, partFor } from './month-view.ts';

const MonthView = z.object({
  month: ProviderMonth,
  parts: z.array(Part),
  deadlines: z.array(DeadlineView),
  records: z.array(RecordRef),
  file: FileVerdict.optional(),
  correctUntil: z
    .string()
    .optional()
    .meta({ description: 'Until when a correction of the files is waited for, while it is (A30)' }),
  settles: z
    .literal(true)
    .optional()
    .meta({ description: 'To the head: a settlement is to be signed, since no later month comes' }),
  closing: z
    .object({ from: z.string(), may: z.boolean() })
    .optional()
    .meta({ description: 'To an officer, of a month that nothing has come of: from when it may be closed (A81)' }),
  untaken: z
    .array(Untaken)
    .optional()
    .meta({ description: 'Of the lines: what an earlier form tells of, and the proposal does not know (A66)' }),
  lines: z.array(LineView),
  fees: z.array(FeeRow).optional().meta({ description: 'To the fee officer: what the fees of those lines rest on' }),
  next: z.string().optional().meta({ description: 'Where there are more lines' }),
  officers: z.record(z.string(), z.string()).meta({ description: 'The names of the officers, by id' }),
});

/** The fees of the lines that are shown, with what has been adjusted of them. */
async function feesOfLines(lines: readonly Line[], month: ProviderMonth, deps: Deps) {
  const own = lines.map((line) => feeRow(line, month));
  const shown = new Set(own.map(({ caseNo }) => caseNo));
  return (await withAdjustments(month, own, deps)).filter(({ caseNo }) => shown.has(caseNo));
}

/**
 * The state of a provider's month: its dates, its parts, its lines, what is wrong with the file, what has been signed.
 */
export const getMonth = endpoint({
  summary: 'Where a provider’s month stands',
  path: z.object({ month: Month, providerId: SafeId }),
  query: z.strictObject({ lines: z.enum(['mine', 'all', 'none']).default('mine'), ...wholePage }),
  answer: MonthView,
  async run({ path, query, caller, at }, deps) {
    const found = await ownMonth(path, caller, deps);
    if (!found.ok) return found;
    const { entity: month, version } = found.value;
    const { submission } = month;
    // An officer gets their own cases' lines (L-30), the fee officer the figures of each (L-26).
    const laid = query.lines === 'none' ? undefined : linesIdOf(month);
    const officer = caller.role === 'officer' ? caller.caseload : undefined;
    const all = laid ? await monthStore(deps.table).lines(laid, officer) : [];
    // What is wrong with the file names cases, as the lines do.
    const seesFile = caller.role !== 'fee-officer' && hasPart(caller, month.officers);
    const file = seesFile ? await verdictOf(month, deps) : undefined;
    const { items: lines, next } = pageOf(all, ({ caseNo }) => caseNo, query);
    const stored = await monthStore(deps.table).parts(path.month, path.providerId);
    const deadlines = await deadlineStore(deps.table).ofMonth(path.month, path.providerId);
    const shown = deadlines.filter(
      ({ entity }) => !isProvidersRole(caller.role) || kindOf(entity.code).owner !== 'officer',
    );
    const until = waitsUntil(submission, at);
    const settles = caller.role === 'head' && (await isToSettle(month, at, deps));
    const untaken = await untakenOf(month, all, caller, deps);
    const closes = await closableFrom(month, caller, deps);
    return done(
      {
        month: monthFor(month, caller),
        parts: stored.map(({ entity }) => partFor(entity, caller)),
        deadlines: shown.map(({ entity }) => deadlineView(entity)),
        records: [...(await signingStore(deps.table).records(`${path.providerId}/${path.month}`))],
        ...(file ? { file } : {}),
        ...(until ? { correctUntil: localIso(until) } : {}),
        ...(settles ? { settles } : {}),
        ...(closes ? { closing: { from: localIso(closes), may: at >= closes } } : {}),
        ...(untaken.length > 0 ? { untaken: [...untaken] } : {}),
        lines: lines.map((line) => lineView(line, caller, month.state === 'stated')),
        ...(caller.role === 'fee-officer' ? { fees: await feesOfLines(lines, month, deps) } : {}),
        next,
        officers: await officerNames(month.officers, deps),
      },
      { version },
    );
  },
});
