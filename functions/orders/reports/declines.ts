import * as z from 'zod';
import { Instant, plusDays } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { DeclinedVisit } from './declined-visit.ts';

/** A visit that the customer declined though it is granted (L-50); known by its day and, where it is given, its start. */
export const Decline = DeclinedVisit.extend({
  /** Absent where the form is about a case that was read in from before the system. */
  orderId: z.string().optional(),
  code: z.string().optional(),
  at: Instant,
  by: z.string(),
  /** The report in which it was one of the repeated. */
  toldIn: z.string().optional(),
});
export type Decline = z.infer<typeof Decline>;

/**
 * Those that make the declining repeated: three within thirty days, unless the pack says otherwise (L-50, A34, D23).
 * Each is counted once, so that a fourth begins a new count. Undefined while there are too few.
 */
export function repeated<D extends Pick<Decline, 'on' | 'toldIn'>>(
  declines: readonly D[],
  { params }: Pack,
): readonly D[] | undefined {
  const untold = declines.filter(({ toldIn }) => toldIn === undefined).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const count = params['repeatDecline.count'];
  const days = params['repeatDecline.days'];
  for (const { on } of untold) {
    const within = untold.filter((one) => on <= one.on && one.on < plusDays(on, days));
    if (within.length >= count) return within;
  }
  return undefined;
}
