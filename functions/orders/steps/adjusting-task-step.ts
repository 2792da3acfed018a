import { begin, type Deadline, lapse, meet } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, monthOf, nextMonth, swedishMonth } from '../../../shared/domain/local-time.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { type MovedDeadline, opened } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';

/** Which stated month of a case it is that something was told of. */
type Of = { readonly caseNo: string; readonly month: string; readonly providerId: string };

/** Of what was told: what was known of the case in the month before it, and is now. */
type Told = Of & { readonly officerId: string; readonly known: { readonly before: string; readonly after: string } };

const refOf = ({ month, providerId }: Omit<Of, 'caseNo'>): string => `adjust:${month}:${providerId}`;

/**
 * The officer of a case has something to decide of a stated month (D50): by the day on which the report of the month that
 * goes on is due, which it goes with.
 */
function taskOf(of: Told, knownBefore: string, pack: Pack, at: Instant): Deadline {
  const due = nthWorkingDay(nextMonth(monthOf(dateOf(at))), pack.month?.report ?? 1, vardagar(pack));
  const { caseNo, providerId, officerId, month } = of;
  const text = `Underlaget för ${swedishMonth(month)} är skickat. Vad som har blivit känt sedan dess följer med nästa rapport.`;
  const task = begin('D50', {
    subject: { kind: 'case', caseNo, providerId, officerId, ref: refOf(of) },
    dueAt: endOfLimit(due, pack),
    why: [{ rule: 'A66', text }],
  });
  return { ...task, knownBefore };
}

const ours = (code: Deadline['code'], { subject }: Deadline, of: Of): boolean =>
  code === 'D50' && subject.kind === 'case' && subject.ref === refOf(of);

/**
 * The task of each stated month that something was told of; one that is open already stays as it is, and lapses when what
 * was told is undone, so that the month is known as it was before.
 */
export async function adjustingTasks(
  told: readonly Told[],
  { pack, at }: { readonly pack: Pack; readonly at: Instant },
  table: Table,
): Promise<readonly MovedDeadline[]> {
  const moved = await Promise.all(
    told.map(async (of): Promise<readonly MovedDeadline[]> => {
      const over = (await deadlineStore(table).ofCase(of.caseNo)).find(({ entity }) => ours(entity.code, entity, of));
      const next = taskOf(of, await sha256(of.known.before), pack, at);
      if (!over) return opened([next]);
      if (over.entity.doneAt !== undefined) return [{ next, over, reopens: true }];
      return over.entity.knownBefore === (await sha256(of.known.after)) ? [{ next: lapse(over.entity, at), over }] : [];
    }),
  );
  return moved.flat();
}

/** The task of one case’s stated month is met, where there is one. */
export const adjustingMet = async (of: Of, at: Instant, table: Table): Promise<readonly MovedDeadline[]> =>
  (await deadlineStore(table).ofCase(of.caseNo))
    .filter(({ entity }) => ours(entity.code, entity, of) && entity.doneAt === undefined)
    .map((over) => ({ next: meet(over.entity, at), over }));

/** Those of some cases that have such a task. */
export async function casesToAdjust(
  of: Omit<Of, 'caseNo'>,
  caseNos: readonly string[],
  table: Table,
): Promise<ReadonlySet<string>> {
  const found = await deadlineStore(table).ofCases(caseNos, 'D50', refOf(of));
  return new Set(
    found.flatMap(({ entity: { subject, doneAt } }) =>
      subject.kind === 'case' && doneAt === undefined ? [subject.caseNo] : [],
    ),
  );
}
