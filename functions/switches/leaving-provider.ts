import { type Assignment, goesOn } from '../../shared/domain/assignment.ts';
import type { LocalDate } from '../../shared/domain/local-time.ts';

/** The provider that the customer has today, or will have next; undefined when there is none to leave (S-42). */
export function leavingProvider(assignments: readonly Assignment[], today: LocalDate): string | undefined {
  const [first] = assignments
    .filter((assignment) => goesOn(assignment, today))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return first?.providerId;
}

/** What is granted a month from the day on, for the ceiling of whoever takes over (L-73). */
export const minutesFrom = (assignments: readonly Assignment[], today: LocalDate): number =>
  assignments
    .filter((assignment) => goesOn(assignment, today))
    .flatMap(({ services }) => services)
    .filter(({ to }) => !to || to >= today)
    .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
