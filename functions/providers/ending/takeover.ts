import type { Assignment, Service } from '../../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';

/** Whether a provider that ends would still have something to do in it after its last day. */
export const goesOn = ({ to }: Pick<Assignment, 'to'>, lastDay: LocalDate): boolean => to === null || to > lastDay;

const earliest = (dates: readonly (string | null | undefined)[]): string | undefined =>
  dates.filter((date) => typeof date === 'string').toSorted()[0];
const latest = (dates: readonly string[]): string => dates.toSorted().at(-1) ?? '';

/** A service on the days that it and its assignment allow after the last day; nothing when there are none. */
function carriedOver(service: Service, assignment: Assignment, first: LocalDate): readonly Service[] {
  const from = latest([first, assignment.from, ...(service.from ? [service.from] : [])]);
  const to = earliest([assignment.to, service.to]);
  if (to !== undefined && to < from) return [];
  const { code, minutesPerMonth } = service;
  return [{ code, minutesPerMonth, from, ...(to ? { to } : {}) }];
}

/**
 * What the next provider takes over in a case from the day after the last: every service on exactly the days on which
 * the one that ends would have carried it out, so that no day is left bare and none is paid twice. Nothing when nothing
 * is left to do.
 */
export function takeover(
  assignments: readonly Assignment[],
  lastDay: LocalDate,
): Pick<Assignment, 'services' | 'from' | 'to'> | undefined {
  const first = plusDays(lastDay, 1);
  const going = assignments.filter((assignment) => goesOn(assignment, lastDay));
  const services = going.flatMap((assignment) =>
    assignment.services.flatMap((service) => carriedOver(service, assignment, first)),
  );
  if (going.length === 0) return undefined;
  const from = latest([first, going.map((one) => one.from).toSorted()[0] ?? first]);
  const ends = going.flatMap(({ to }) => (to === null ? [] : [to]));
  const to = ends.length < going.length ? null : latest(ends);
  // A service that follows the order's own days needs none of its own.
  const own = services.map(({ from: begins, to: stops, ...service }) => ({
    ...service,
    ...(begins && begins !== from ? { from: begins } : {}),
    ...(stops && stops !== to ? { to: stops } : {}),
  }));
  return { services: own, from, to };
}
