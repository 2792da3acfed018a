import { dateOf, endOfDay, type Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { fileView } from '../checks/dry-run-view.ts';
import { correctionDeadline, waitsUntil } from '../correcting/correction.ts';
import { tellFaulty } from '../correcting/correction-letters-step.ts';
import { onlyCounted } from '../dry-run/file-verdict.ts';
import { monthStore } from '../month-store.ts';
import { roomFor, submissionDeadlines } from '../opening/month-deadlines-step.ts';
import { splitDeadline } from '../opening/opening.ts';
import { remarksHandedIn } from '../remarks/keep-remarks-step.ts';
import { tellReceived } from './distribution-step.ts';
import { faultsInLetter } from './faults-in-letter.ts';
import { type MonthHandedIn, partsHandedIn, submittedRow } from './handed-in.ts';
import { passOnForm } from './handed-in-form-step.ts';
import { basisBefore, linesBefore, partsOver } from './lay-lines-step.ts';
import type { SubmissionDraft, SubmissionPlan } from './load-submission.ts';

/** What is laid of a submission: files that are judged, over what stands. */
type Laying = Pick<SubmissionDraft, 'basis' | 'files' | 'run' | 'over' | 'parts' | 'earlier'>;

/**
 * The effects of taking a month in, but for its record and its form: the month and its parts over those that were stored,
 * its dates, the receipt to the provider (N14), the notice of it to officers and the fee officer (N16), and the word to
 * officers whose lines wait for a correction (N17).
 */
export async function layingEffects(
  draft: Laying,
  plan: SubmissionPlan,
  next: MonthHandedIn,
  at: Instant,
  deps: Deps,
): Promise<Effects> {
  const { table } = deps;
  const { basis, run, over, parts } = draft;
  const { month, providerId, submission } = next;
  const split = splitDeadline(month, providerId, at, endOfDay(dateOf(at)));
  const variant = run.file.status === 'INCOMPLETE' ? 'incomplete' : 'complete';
  const until = waitsUntil(submission, at);
  const corrected =
    submission.fileStatus === 'COMPLETE'
      ? 'corrected'
      : until === undefined
        ? undefined
        : correctionDeadline(plan.of, plan.lines.lines, basis.pack, at);
  const remarks = await remarksHandedIn(submission.id, { ...draft, ...plan }, at, deps);
  const { receivedAt } = submission;
  const moved = await submissionDeadlines(plan.of, plan.deadlines, { split, corrected, receivedAt }, at, table);
  const dates = roomFor([...moved, ...remarks.deadlines]);
  const old = parts.map(({ entity }) => entity);
  const effects = {
    before: [
      ...linesBefore(submission.id, plan.lines.chunks, deps),
      ...basisBefore(submission.id, basis, deps),
      ...remarks.before,
    ],
    saves: [
      monthStore(table).save(next, over),
      monthStore(table).keepVerdict(month, providerId, submission.id, fileView(run.file)),
      ...partsOver(plan.of, partsHandedIn(submission.id, plan.lines, old), parts, deps),
    ],
    letters: outbox(deps, basis.settings, at).toProvider(basis.provider, 'N14', {
      to: 'months',
      month,
      variant,
      ...(until ? { due: until } : {}),
      ...faultsInLetter(run.file.errors, onlyCounted(run.file)),
    }),
    rows: [submittedRow(next)],
  };
  const about = { month, provider: basis.provider, settings: basis.settings, at };
  const toldBefore = over?.entity.submission ? over.entity.officers : undefined;
  const told = tellReceived(plan.lines.lines, toldBefore, about, deps);
  const faulty = until ? await tellFaulty(plan.lines.lines, draft.earlier, { ...about, due: until }, deps) : {};
  return together(effects, told, faulty, dates);
}

/** The same of what is handed in now, with what the form tells of, which waits for the orders. */
export const submissionEffects = async (
  draft: SubmissionDraft,
  plan: SubmissionPlan,
  next: MonthHandedIn,
  by: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Effects> => together(await layingEffects(draft, plan, next, by.at, deps), await passOnForm(draft, by, deps));
