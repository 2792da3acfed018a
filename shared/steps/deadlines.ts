import { type Deadline, type DeadlineCode, lapse, meet } from '../domain/deadline.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Change, Table } from '../ports/table.ts';
import { deadlineStore } from '../stores/deadline-store.ts';
import type { Stored } from '../stores/stored.ts';

/** A deadline as a step leaves it: over the stored one, or new. */
export type MovedDeadline = {
  readonly next: Deadline;
  readonly over?: Stored<Deadline>;
  /** It waits again: what time should have done meanwhile is due at once. */
  readonly reopens?: boolean;
};

/** What a step does to the stored deadlines, and which it opens. */
export type DeadlineMoves = {
  /** Met at `metAt`, or now. */
  readonly meets?: readonly DeadlineCode[];
  readonly metAt?: Instant;
  /** No longer waited for by anybody. */
  readonly lapses?: readonly DeadlineCode[] | ((deadline: Deadline) => boolean);
  /** Any other move, before the two above. */
  readonly moves?: (deadline: Deadline) => Deadline;
  /** New ones, each over the one of its kind where there is one. */
  readonly opens?: readonly Deadline[];
};

/** Tells apart those of one kind: about the same thing by `ref`, about a month by the officer whose report it is. */
const refOf = ({ subject }: Deadline) => {
  if (subject.kind === 'month') return subject.officerId;
  // An invoice has one step at a time, whatever it is.
  if (subject.kind === 'invoice') return undefined;
  return 'ref' in subject ? subject.ref : undefined;
};
const isSame = (one: Deadline, other: Deadline) => one.code === other.code && refOf(one) === refOf(other);

/**
 * The deadlines as a step leaves them, all of them to be shown, and those that the step moves. What is done stays done:
 * only `moves` and `opens` touch one that is.
 */
export function deadlinesAfter(
  standing: readonly Stored<Deadline>[],
  { meets = [], metAt, lapses = [], moves = (same) => same, opens = [] }: DeadlineMoves,
  at: Instant,
): { readonly deadlines: readonly Deadline[]; readonly moved: readonly MovedDeadline[] } {
  const isLapsed = (one: Deadline) => (typeof lapses === 'function' ? lapses(one) : lapses.includes(one.code));
  const after = (entity: Deadline): Deadline => {
    const opened = opens.find((one) => isSame(one, entity));
    if (opened) return opened;
    const next = moves(entity);
    if (next.doneAt !== undefined) return next;
    if (meets.includes(next.code)) return meet(next, metAt ?? at);
    return isLapsed(next) ? lapse(next, at) : next;
  };
  const all = standing.map((over) => ({ over, next: after(over.entity) }));
  const fresh = opens.filter((one) => !standing.some(({ entity }) => isSame(one, entity)));
  // One that was done, or is opened over another, may be due by now: the sweep does not look back past its mark.
  const reopens = ({ over, next }: (typeof all)[number]): boolean =>
    next.doneAt === undefined && (over.entity.doneAt !== undefined || opens.includes(next));
  return {
    deadlines: [...all.map(({ next }) => next), ...fresh],
    moved: [
      ...all
        .filter(({ next, over }) => next !== over.entity)
        .map((one) => (reopens(one) ? { ...one, reopens: true } : one)),
      ...opened(fresh),
    ],
  };
}

/** New ones, where there are none of their kind. */
export const opened = (deadlines: readonly Deadline[]): readonly MovedDeadline[] => deadlines.map((next) => ({ next }));

export const deadlineChanges = (
  moved: readonly MovedDeadline[],
  at: Instant,
  { table }: { readonly table: Table },
): readonly Change[] => {
  const deadlines = deadlineStore(table);
  return moved.map(({ next, over, reopens }) => {
    if (!over) return deadlines.open(next, at);
    return reopens ? deadlines.reopen(next, over, at) : deadlines.save(next, over, at);
  });
};
