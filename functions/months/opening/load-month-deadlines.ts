import { type Deadline, type DeadlineCode, meet, reopen } from '../../../shared/domain/deadline.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';

type Of = { readonly month: Month; readonly providerId: string };

const sameOne = (one: Deadline, other: Deadline): boolean =>
  one.code === other.code &&
  one.subject.kind === 'month' &&
  other.subject.kind === 'month' &&
  one.subject.officerId === other.subject.officerId;

const officerIn = (subject: Deadline['subject']) => (subject.kind === 'month' ? subject.officerId : undefined);

/** Those of the wanted that do not stand yet. */
const missingIn = (standing: readonly Stored<Deadline>[], wanted: readonly Deadline[]): readonly Deadline[] =>
  wanted.filter((one) => !standing.some(({ entity }) => sameOne(entity, one)));

/** The month's deadlines of some codes that the step meets, each once; `officerId` picks one officer's. */
export async function meetOnes(
  of: Of,
  codes: readonly DeadlineCode[],
  at: Instant,
  table: Table,
  officerId?: string,
): Promise<readonly Change[]> {
  const deadlines = deadlineStore(table);
  const standing = await deadlines.ofMonth(of.month, of.providerId);
  return standing
    .filter(({ entity }) => codes.includes(entity.code) && entity.doneAt === undefined)
    .filter(({ entity }) => officerId === undefined || officerIn(entity.subject) === officerId)
    .map((stored) => deadlines.save(meet(stored.entity, at), stored, at));
}

/** The dates that do not stand yet. */
export const missingDates = async (of: Of, wanted: readonly Deadline[], table: Table): Promise<readonly Deadline[]> =>
  missingIn(await deadlineStore(table).ofMonth(of.month, of.providerId), wanted);

/** An officer's report is to be signed again (D12). */
export async function reopenReport(of: Of, officerId: string, at: Instant, table: Table): Promise<readonly Change[]> {
  const deadlines = deadlineStore(table);
  return (await deadlines.ofMonth(of.month, of.providerId))
    .filter(
      ({ entity: { code, subject, doneAt } }) =>
        code === 'D12' && doneAt !== undefined && officerIn(subject) === officerId,
    )
    .map((stored) => deadlines.reopen(reopen(stored.entity), stored, at));
}

/** A commit holds a hundred changes; the officers' parts and the rest want their room. */
const alone = 20;
const aCommit = 50;

/**
 * Many officers' dates (D12) go in by themselves, some at a time, before the rest. A crash in the middle leaves dates
 * that are right in any case, and that are not opened again. Lost to another who opens the same: then they stand.
 */
export async function openManyReports(of: Of, wanted: readonly Deadline[], at: Instant, table: Table): Promise<void> {
  const deadlines = deadlineStore(table);
  const missing = (await missingDates(of, wanted, table)).filter(({ code }) => code === 'D12');
  if (missing.length <= alone) return;
  for (let n = 0; n < missing.length; n += aCommit)
    await table.commit(missing.slice(n, n + aCommit).map((one) => deadlines.open(one, at)));
}

/**
 * What a submission does to the month's dates: it meets D10; dates that are missing (the month was handed in before
 * it was opened, or a case has a new officer) are opened; an officer without a line left has nothing to report.
 */
export async function takeUpDeadlines(
  of: Of,
  wanted: readonly Deadline[],
  split: Deadline,
  at: Instant,
  table: Table,
): Promise<readonly Change[]> {
  const deadlines = deadlineStore(table);
  const standing = await deadlines.ofMonth(of.month, of.providerId);
  const met = (deadline: Deadline) => (deadline.code === 'D10' ? meet(deadline, at) : deadline);
  const over = standing.find(({ entity }) => entity.code === 'D11');
  const nothingLeft = standing.filter(
    ({ entity }) => entity.code === 'D12' && entity.doneAt === undefined && !wanted.some((one) => sameOne(one, entity)),
  );
  return [
    ...missingIn(standing, wanted).map((deadline) => deadlines.open(met(deadline), at)),
    ...nothingLeft.map((stored) => deadlines.save(meet(stored.entity, at), stored, at)),
    ...standing
      .filter(({ entity }) => entity.code === 'D10' && entity.doneAt === undefined)
      .map((stored) => deadlines.save(meet(stored.entity, at), stored, at)),
    over ? deadlines.save(split, over, at) : deadlines.open(split, at),
  ];
}
