import * as z from 'zod';
import {
  type Capacity,
  CapacityState,
  Ceiling,
  inWholeUnits,
  levels,
  peakFrom,
  stateOf,
} from '../../../shared/domain/capacity.ts';
import { type LocalDate, LocalDate as LocalDateShape } from '../../../shared/domain/local-time.ts';

/** A provider's capacity as people read it: in whole hours a month or customers, with what is known of the days to come. */
export const CapacityView = z
  .object({
    version: z.int(),
    providerId: z.string(),
    /** Null where the provider has stated none: nothing is counted then (L-73). */
    ceiling: Ceiling.nullable(),
    /** What it has today. */
    usedToday: z.int(),
    /** The most it has taken on for any day from today: what the ceiling is held against. */
    used: z.int(),
    /** Whole per cent of the ceiling that is left, rounded down; 0 when it is passed. */
    percentLeft: z.int(),
    state: CapacityState,
    /** The day on which it is near its ceiling, and full, by what is already given; today when it is so now. */
    forecast: z.object({ near: LocalDateShape.optional(), full: LocalDateShape.optional() }),
  })
  .meta({ id: 'CapacityView' });
export type CapacityView = z.infer<typeof CapacityView>;

const undeclared = (providerId: string): CapacityView => ({
  ...{ version: 0, providerId, ceiling: null, usedToday: 0, used: 0, percentLeft: 100, state: 'NORMAL', forecast: {} },
});

/** What is taken and left (L-74), and when each state is reached by the assignments already known. */
export function capacityView(
  providerId: string,
  stored: { readonly entity: Capacity; readonly version: number } | undefined,
  today: LocalDate,
): CapacityView {
  if (!stored) return undeclared(providerId);
  const { ceiling } = stored.entity;
  const days = levels(stored.entity, today);
  const used = peakFrom(stored.entity, today);
  const most = ceiling.value * (ceiling.unit === 'CUSTOMERS' ? 1 : 60);
  const near = days.find((day) => stateOf(day.used, ceiling) !== 'NORMAL')?.on;
  const full = days.find((day) => stateOf(day.used, ceiling) === 'FULL')?.on;
  return {
    version: stored.version,
    providerId,
    ceiling,
    usedToday: inWholeUnits(days[0]?.used ?? 0, ceiling),
    used: inWholeUnits(used, ceiling),
    percentLeft: Math.max(0, Math.floor(((most - used) * 100) / most)),
    state: stateOf(used, ceiling),
    forecast: { ...(near ? { near } : {}), ...(full ? { full } : {}) },
  };
}
