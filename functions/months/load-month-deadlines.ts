import { type Deadline, type DeadlineCode, meet } from '../../shared/domain/deadline.ts';
import type { Instant, Month } from '../../shared/domain/local-time.ts';
import type { Change, Table } from '../../shared/ports/table.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';

type Of = { readonly month: Month; readonly providerId: string };

const sameOne = (one: Deadline, other: Deadline): boolean =>
  one.code === other.code &&
  one.subject.kind === 'month' &&
  other.subject.kind === 'month' &&
  one.subject.officerId === other.subject.officerId;

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
    .filter(
      ({ entity }) =>
        officerId === undefined || (entity.subject.kind === 'month' && entity.subject.officerId === officerId),
    )
    .map((stored) => deadlines.save(meet(stored.entity, at), stored));
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
  const opened = wanted.filter((deadline) => !standing.some(({ entity }) => sameOne(entity, deadline)));
  const over = standing.find(({ entity }) => entity.code === 'D11');
  const nothingLeft = standing.filter(
    ({ entity }) => entity.code === 'D12' && entity.doneAt === undefined && !wanted.some((one) => sameOne(one, entity)),
  );
  return [
    ...opened.map((deadline) => deadlines.open(met(deadline), at)),
    ...nothingLeft.map((stored) => deadlines.save(meet(stored.entity, at), stored)),
    ...standing
      .filter(({ entity }) => entity.code === 'D10' && entity.doneAt === undefined)
      .map((stored) => deadlines.save(meet(stored.entity, at), stored)),
    over ? deadlines.save(split, over) : deadlines.open(split, at),
  ];
}
