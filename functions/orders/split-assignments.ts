import { type Assignment, goesOn, type Service } from '../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../shared/domain/local-time.ts';

type Last = LocalDate | null;

/** What a provider has, split at the day from which another one has it. */
export type Split = {
  /** Ends the day before: `assignment` as it was, `to` its last day now. */
  readonly cut: readonly { readonly assignment: Assignment; readonly to: LocalDate }[];
  /** Would have begun on that day or later: it never begins here. */
  readonly dropped: readonly Assignment[];
  /** What the next provider gets; undefined when nothing is left from that day on. */
  readonly moved: Pick<Assignment, 'services' | 'from' | 'to'> | undefined;
};

/** Null is further notice: later than any day. */
const laterOf = (one: Last, other: Last): Last => (one === null || other === null ? null : one > other ? one : other);
const earlierOf = (one: Last | undefined, other: Last): Last => {
  if (one === null || one === undefined) return other;
  return other === null || one < other ? one : other;
};
const latestOf = (one: LocalDate | null | undefined, other: LocalDate): LocalDate => (one && one > other ? one : other);

/** A service as the next provider has it: on the days that both its own dates and the old assignment's allowed. */
export function servicesFrom(
  on: LocalDate,
  held: Pick<Assignment, 'services' | 'from' | 'to'>,
  whole: { from: LocalDate; to: Last },
): readonly Service[] {
  const first = latestOf(held.from, on);
  return held.services.flatMap((service) => {
    const from = latestOf(service.from, first);
    const to = earlierOf(service.to, held.to);
    if (to !== null && to < from) return [];
    const { from: _, to: __, ...granted } = service;
    const days = { ...(from > whole.from ? { from } : {}), ...(to !== null && to !== whole.to ? { to } : {}) };
    return [{ ...granted, ...days }];
  });
}

/**
 * Splits what a provider has in a case at `on`, the first day of the next one: every day before stays with it, and every
 * day from then on becomes the next one's, with the services in force that day. No day is left bare and none is paid
 * twice (L-62, L-63, S-49, S-56, A14). A service that follows the whole's own days has none of its own.
 */
export function splitAssignments(held: readonly Assignment[], on: LocalDate): Split {
  const after = held.filter((assignment) => goesOn(assignment, on));
  const cut = after.filter(({ from }) => from < on).map((assignment) => ({ assignment, to: plusDays(on, -1) }));
  const dropped = after.filter(({ from }) => from >= on);
  const [from] = after.map((assignment) => latestOf(assignment.from, on)).toSorted();
  if (from === undefined) return { cut, dropped, moved: undefined };
  const to = after.map((assignment) => assignment.to).reduce(laterOf);
  const services = after.flatMap((assignment) => servicesFrom(on, assignment, { from, to }));
  return { cut, dropped, moved: { services, from, to } };
}
