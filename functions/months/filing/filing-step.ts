import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { filesToAdjust } from '../adjusting/adjusting-tasks.ts';
import { type AdjustingRefusal, adjustingOf } from '../adjusting/load-adjusting.ts';
import { tellOfficers } from '../correcting/correction-letters-step.ts';
import { onlyCounted } from '../dry-run/file-verdict.ts';
import { monthStore } from '../month-store.ts';
import { openDeadlines } from '../opening/month-deadlines-step.ts';
import { faultsInLetter } from '../signing/faults-in-letter.ts';
import { passOnForm } from '../signing/handed-in-form-step.ts';
import type { SubmissionDraft } from '../signing/load-submission.ts';
import { filedRow, type MonthFiled } from './filed.ts';

/** Each officer whom it concerns, and how many of their cases. */
type Concerned = ReadonlyMap<string, number>;

/** Whose signed lines the files change, or who has something to adjust by them. */
async function concerned(
  { lines, filed }: SubmissionDraft,
  next: MonthFiled,
  deps: Deps,
): Promise<Result<Concerned, AdjustingRefusal>> {
  const count = (some: readonly { readonly officerId: string }[]): Concerned =>
    new Map([...Map.groupBy(some, ({ officerId }) => officerId)].map(([id, theirs]) => [id, theirs.length]));
  if (filed?.because === 'report-signed')
    return accept(count(lines.lines.filter(({ officerId }) => filed.officers.includes(officerId))));
  const over = await adjustingOf(next, deps, next);
  return over.ok ? accept(count(over.value.toAdjust)) : over;
}

/** A provider’s month is put right with the next report of who has something to adjust in it. */
const tasksFor = (
  of: { readonly month: Month; readonly providerId: string },
  ids: readonly string[],
  at: Instant,
  pack: Pack,
) => ids.map((officerId) => filesToAdjust({ ...of, officerId }, { pack, during: monthOf(dateOf(at)) }));

/**
 * The effects of files that come when they cannot be taken in (A30): filed beside the month, the receipt to the provider
 * (N14) and the word to each officer whom it concerns (N17). Of a month that is stated each of them has it as a task.
 */
export async function filingEffects(
  draft: SubmissionDraft & { readonly filed: NonNullable<SubmissionDraft['filed']> },
  next: MonthFiled,
  by: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Result<Effects, AdjustingRefusal>> {
  const { basis, run, over, filed } = draft;
  const { settings, provider, pack } = basis;
  const { month, providerId } = next;
  const { at } = by;
  const isStated = filed.because === 'statement-sent';
  const of = { month, providerId };
  const whom = await concerned(draft, next, deps);
  if (!whom.ok) return whom;
  const officers = [...whom.value.keys()].filter((id) => id !== '').toSorted();
  const variant = isStated ? 'filed-stated' : 'filed';
  const about = { month, provider, settings, at };
  const effects = {
    saves: [monthStore(deps.table).save(next, over)],
    letters: outbox(deps, settings, at).toProvider(provider, 'N14', {
      to: 'months',
      ...{ month, variant },
      ...faultsInLetter(run.file.errors, onlyCounted(run.file)),
    }),
    rows: [filedRow(next, filed.because)],
  };
  const told = await tellOfficers(officers, (id) => ({ variant, count: whom.value.get(id) ?? 0 }), about, deps);
  const tasks = isStated ? tasksFor(of, officers, at, pack) : [];
  // Who had something to adjust by what was filed before, and has not by this.
  const hasNothingLeft = ({ code, subject }: Deadline) =>
    code === 'D51' && subject.kind === 'month' && !officers.includes(subject.officerId ?? '');
  const moves = { opens: tasks, meets: ['D49'], lapses: hasNothingLeft } as const;
  const dates = await openDeadlines(of, moves, at, deps.table);
  return accept(together(effects, told, dates, await passOnForm(draft, by, deps)));
}
