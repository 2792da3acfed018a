import * as z from 'zod';
import type { Assignment } from './assignment.ts';
import { LocalDate, plusDays } from './local-time.ts';

/** What a ceiling counts: minutes a month, or customers (A44). */
const CeilingUnit = z.enum(['HOURS_PER_MONTH', 'CUSTOMERS']);
type CeilingUnit = z.infer<typeof CeilingUnit>;

/** A ceiling as the provider states it: whole hours a month or customers (L-73). */
export const Ceiling = z.object({ value: z.int().min(1).max(1_000_000), unit: CeilingUnit }).meta({ id: 'Ceiling' });
export type Ceiling = z.infer<typeof Ceiling>;

/** How near: 90 % of the ceiling is near, all of it full (L-74, A44). */
export const CapacityState = z.enum(['NORMAL', 'NEAR', 'FULL']);
export type CapacityState = z.infer<typeof CapacityState>;

const Amount = z.object({ minutes: z.int(), customers: z.int() });

/**
 * What a provider with a ceiling has taken on: what it has on a day, and how that changes on the days to come. `told`
 * is the state that the officers were last notified of; it falls back when less than 90 % is taken (re-arms).
 */
export const Capacity = z.object({
  providerId: z.string(),
  ceiling: Ceiling,
  base: Amount,
  changes: z.array(Amount.extend({ on: LocalDate })),
  told: CapacityState,
});
export type Capacity = z.infer<typeof Capacity>;
type Step = Capacity['changes'][number];

/** One assignment's minutes from day to day; a service has its own days inside the assignment's. */
function minuteSteps({ services, from, to }: Assignment): readonly Step[] {
  return services.flatMap(({ minutesPerMonth: minutes, ...service }) => {
    const start = service.from && service.from > from ? service.from : from;
    const ends = [service.to, to].filter((date) => typeof date === 'string').toSorted();
    const [end] = ends;
    if (end !== undefined && end < start) return [];
    const begins = { on: start, minutes, customers: 0 };
    return end === undefined ? [begins] : [begins, { on: plusDays(end, 1), minutes: -minutes, customers: 0 }];
  });
}

/** The customer counts once on every day that any assignment covers. */
function customerSteps(assignments: readonly Assignment[]): readonly Step[] {
  const days = assignments
    .filter(({ from, to }) => to === null || from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const steps: Step[] = [];
  let covered: string | null | undefined;
  for (const { from, to } of days) {
    if (covered === null) break;
    if (covered === undefined || from > plusDays(covered, 1)) {
      if (covered !== undefined) steps.push({ on: plusDays(covered, 1), minutes: 0, customers: -1 });
      steps.push({ on: from, minutes: 0, customers: 1 });
      covered = to;
    } else if (to === null || to > covered) covered = to;
  }
  if (typeof covered === 'string') steps.push({ on: plusDays(covered, 1), minutes: 0, customers: -1 });
  return steps;
}

/** How one case's assignments at one provider change what the provider has, day by day. */
export const stepsOf = (assignments: readonly Assignment[]): readonly Step[] => [
  ...assignments.flatMap(minuteSteps),
  ...customerSteps(assignments),
];

export const reversed = (steps: readonly Step[]): readonly Step[] =>
  steps.map(({ on, minutes, customers }) => ({ on, minutes: -minutes, customers: -customers }));

/** With further steps, one sum a day; what has begun by `today` is in the base. */
export function withSteps(capacity: Capacity, steps: readonly Step[], today: LocalDate): Capacity {
  const base = { ...capacity.base };
  const byDay = new Map<string, { minutes: number; customers: number }>();
  for (const { on, minutes, customers } of [...capacity.changes, ...steps]) {
    const sum = on <= today ? base : (byDay.get(on) ?? { minutes: 0, customers: 0 });
    sum.minutes += minutes;
    sum.customers += customers;
    if (on > today) byDay.set(on, sum);
  }
  const changes = [...byDay]
    .filter(([, { minutes, customers }]) => minutes !== 0 || customers !== 0)
    .map(([on, sum]) => ({ on, ...sum }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return { ...capacity, base, changes };
}

/** What a provider has taken on by all its assignments, counted from the beginning, with no notice given yet. */
export function countedFrom(
  assignments: readonly Assignment[],
  { providerId, ceiling }: Pick<Capacity, 'providerId' | 'ceiling'>,
  today: LocalDate,
): Capacity {
  const cases = Map.groupBy(assignments, ({ caseNo }) => caseNo);
  const none: Capacity = { providerId, ceiling, base: { minutes: 0, customers: 0 }, changes: [], told: 'NORMAL' };
  return withSteps(none, [...cases.values()].flatMap(stepsOf), today);
}

/** What is taken, in the ceiling's own small unit: minutes or customers. */
const amountIn = ({ minutes, customers }: { minutes: number; customers: number }, unit: CeilingUnit): number =>
  unit === 'CUSTOMERS' ? customers : minutes;
const most = ({ value, unit }: Ceiling): number => (unit === 'CUSTOMERS' ? value : value * 60);

/** What is taken from a day on: the day itself, then each day on which it changes. */
export function levels(
  capacity: Capacity,
  today: LocalDate,
): readonly { readonly on: LocalDate; readonly used: number }[] {
  const { base, changes } = withSteps(capacity, [], today);
  const { unit } = capacity.ceiling;
  let used = amountIn(base, unit);
  return [
    { on: today, used },
    ...changes.map((step) => {
      used += amountIn(step, unit);
      return { on: step.on, used };
    }),
  ];
}

/** The most that is taken on any day from `from` on. */
export function peakFrom(capacity: Capacity, from: LocalDate): number {
  return Math.max(...levels(capacity, from).map(({ used }) => used));
}

/** Whole numbers throughout: near at 90 % of the ceiling exactly (A44). */
export function stateOf(used: number, ceiling: Ceiling): CapacityState {
  if (used >= most(ceiling)) return 'FULL';
  return used * 10 >= most(ceiling) * 9 ? 'NEAR' : 'NORMAL';
}

/** Whether one more customer with so many minutes would pass the ceiling, or it is full already (A44). */
export const isTooMuch = (capacity: Capacity, minutesPerMonth: number, from: LocalDate): boolean => {
  const used = peakFrom(capacity, from);
  const more = capacity.ceiling.unit === 'CUSTOMERS' ? 1 : minutesPerMonth;
  return used >= most(capacity.ceiling) || used + more > most(capacity.ceiling);
};

export const isFull = (state: CapacityState): boolean => state === 'FULL';

const rank = (state: CapacityState): number => CapacityState.options.indexOf(state);

/**
 * What the officers are notified of after a change: once a crossing, and again only when less than 90 % has been taken
 * in between (L-74). `before` is how it was today without the change: a fall that the days alone brought re-arms too.
 */
export function afterChange(
  before: Capacity,
  next: Capacity,
  today: LocalDate,
): { capacity: Capacity; tells?: CapacityState } {
  const stood = stateOf(peakFrom(before, today), before.ceiling);
  const told = stood === 'NORMAL' ? 'NORMAL' : before.told;
  const state = stateOf(peakFrom(next, today), next.ceiling);
  if (state === 'NORMAL') return { capacity: { ...next, told: 'NORMAL' } };
  if (rank(state) <= rank(told)) return { capacity: { ...next, told } };
  return { capacity: { ...next, told: state }, tells: state };
}

/** In whole hours or customers, as people read it; an hour that has begun counts as none. */
export const inWholeUnits = (used: number, { unit }: Ceiling): number =>
  unit === 'CUSTOMERS' ? used : Math.floor(used / 60);
