import * as z from 'zod';
import { Instant, LocalDate } from './local-time.ts';

/** Days on which a provider takes no new customers by its own or the municipality's wish; without `to`, until it is resumed. */
export const Pause = z.object({
  from: LocalDate,
  to: LocalDate.optional(),
  reason: z.string().max(200),
});
export type Pause = z.infer<typeof Pause>;

/** The provider's end as it was decided: its last day, and the batch in which its customers are moved. */
export const ProviderEnding = z.object({ batchId: z.string(), lastDay: LocalDate, at: Instant, by: z.string() });
export type ProviderEnding = z.infer<typeof ProviderEnding>;

/**
 * The days on which a provider holds the state's permit for home care (SoL 2025:400, 26:1): nobody is given care that
 * would begin outside them. `reference` is the inspectorate's own number of the decision.
 */
export const Permit = z
  .strictObject({ from: LocalDate, to: LocalDate.optional(), reference: z.string().trim().max(60).optional() })
  .refine(({ from, to }) => !to || from <= to, { path: ['to'], error: 'to-before-from' })
  .meta({ id: 'Permit' });
export type Permit = z.infer<typeof Permit>;

/** What of a provider decides whether it takes new customers: its approval and its permit, from and to, and its pause. */
export type Approval = {
  readonly approvedFrom?: string | undefined;
  /** The last day of the approval. */
  readonly approvedTo?: string | undefined;
  readonly permit?: Permit | undefined;
  readonly paused?: Pause | undefined;
  readonly ending?: ProviderEnding | undefined;
};

export const Standing = z.enum(['OPEN', 'NOT_YET', 'PAUSED', 'ENDED', 'NO_PERMIT']);
export type Standing = z.infer<typeof Standing>;

/** Whether care may begin on a day by the permit as it is known; of one that is not written in, nobody has said no. */
export const isPermittedOn = ({ permit }: Pick<Approval, 'permit'>, date: LocalDate): boolean =>
  permit === undefined || (permit.from <= date && (permit.to === undefined || date <= permit.to));

/**
 * A provider's standing on a day. One that has ended is listed all the same (A14); from the day its end is decided it
 * takes no new customers, since they would have to be moved again.
 */
export function standingOn({ approvedFrom, approvedTo, permit, paused, ending }: Approval, date: LocalDate): Standing {
  if (ending !== undefined) return 'ENDED';
  if (approvedFrom !== undefined && date < approvedFrom) return 'NOT_YET';
  if (approvedTo !== undefined && approvedTo < date) return 'ENDED';
  if (!isPermittedOn({ permit }, date)) return 'NO_PERMIT';
  const isPaused = paused !== undefined && paused.from <= date && (paused.to === undefined || date <= paused.to);
  return isPaused ? 'PAUSED' : 'OPEN';
}

/** Whether an order that begins on the day may be given to it at all. */
export const isOpenOn = (provider: Approval, date: LocalDate): boolean => standingOn(provider, date) === 'OPEN';

/** Whether it goes to a customer there: one that has named no areas goes everywhere. */
export const goesTo = (areas: readonly string[] | undefined, area: string | undefined): boolean =>
  area === undefined || areas === undefined || areas.length === 0 || areas.includes(area);
