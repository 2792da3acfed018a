import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { type Instant, type Month, swedishMonth } from '../../../shared/domain/local-time.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import type { Stored } from '../../../shared/stores/stored.ts';

type Of = { readonly month: Month; readonly providerId: string };
type Owned = { readonly owners: readonly string[]; readonly answered?: unknown };

/** The officers who have something to answer. */
export const whoAnswers = (remarks: readonly Owned[]): readonly string[] =>
  [...new Set(remarks.filter(({ answered }) => answered === undefined).flatMap(({ owners }) => owners))].toSorted();

const answering = ({ month, providerId }: Of, officerId: string, dueAt: Instant): Deadline => {
  const text = `Något märktes i raderna för ${swedishMonth(month)}. Det besvaras innan sammanställningen skickas.`;
  return begin('D54', {
    subject: { kind: 'month', month, providerId, officerId },
    dueAt,
    why: [{ rule: 'L-37', text }],
  });
};

const whoseIs = ({ code, subject }: Deadline): string | undefined =>
  code === 'D54' && subject.kind === 'month' ? subject.officerId : undefined;

type Given = {
  readonly standing: readonly Stored<Deadline>[];
  /** What becomes of those of officers who have nothing left: met, or no longer waited for. */
  readonly end: (deadline: Deadline, at: Instant) => Deadline;
  /** When the statement is due, where the month's own dates do not stand yet. */
  readonly dueAt?: Instant | undefined;
  readonly at: Instant;
};

/**
 * What each officer who is `waiting` to answer has to by the day of the statement (D54): opened once, ended when nothing
 * is left. A month without a date for its statement has none.
 */
export function remarkDates(
  of: Of,
  waiting: readonly string[],
  { standing, end, dueAt, at }: Given,
): readonly MovedDeadline[] {
  const due = standing.find(({ entity }) => entity.code === 'D13')?.entity.dueAt ?? dueAt;
  const runs = (id: string) => standing.some(({ entity }) => whoseIs(entity) === id && entity.doneAt === undefined);
  const opens = due === undefined ? [] : waiting.filter((id) => !runs(id)).map((id) => answering(of, id, due));
  const isOver = (one: Deadline) =>
    whoseIs(one) !== undefined && one.doneAt === undefined && !waiting.includes(whoseIs(one) ?? '');
  return deadlinesAfter(standing, { opens, moves: (one) => (isOver(one) ? end(one, at) : one) }, at).moved;
}
