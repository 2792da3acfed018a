/** A month of a case, over all providers that had it then; whole minutes. */
export type CaseMonthSum = {
  readonly month: string;
  readonly granted: number;
  readonly performed: number;
};

/** So many months are drawn: what somebody who calls asks about. */
const shownMonths = 6;

/** The latest months up to one, the earliest first; a case that changed provider within a month has one sum of it. */
export function latestMonths(items: readonly CaseMonthSum[], until: string): readonly CaseMonthSum[] {
  const byMonth = Map.groupBy(
    items.filter(({ month }) => month <= until),
    ({ month }) => month,
  );
  const sum = (some: readonly CaseMonthSum[], of: (one: CaseMonthSum) => number) =>
    some.reduce((all, one) => all + of(one), 0);
  return [...byMonth]
    .map(([month, some]) => ({
      month,
      granted: sum(some, ({ granted }) => granted),
      performed: sum(some, ({ performed }) => performed),
    }))
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    .slice(-shownMonths);
}
