import * as z from 'zod';
import { dateOf, endOfDay, Instant, type LocalDate, Month } from '../../../shared/domain/local-time.ts';
import { rolledForward } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** How many random bytes a month's sample is drawn by. */
export const seedBytes = 32;

/** A month's sample: what it was bound to before anybody handed in and, once it is drawn, what it was drawn by. */
export const Sample = z.object({
  month: Month,
  /** SHA-256 of the seed's bytes, hexadecimal. */
  commitment: z.string(),
  committedAt: Instant,
  /** When the first working day is over, and the seed may be known. */
  shownFrom: Instant,
  /** Per cent of each provider's cases, as the pack said when it was committed. */
  share: z.int(),
  /** Hexadecimal; from when it is drawn. */
  seed: z.string().optional(),
  drawnAt: Instant.optional(),
});
export type Sample = z.infer<typeof Sample>;

/**
 * When the seed may be known: at the end of the first working day from the one it was committed on, so that it never is
 * on the day of its commitment, however late a month is opened.
 */
const endsOn = (committedOn: LocalDate, pack: Pack): Instant => endOfDay(rolledForward(committedOn, vardagar(pack)));

/** A sample as it begins: bound to its seed, which stands elsewhere. */
export const committedSample = (
  month: Month,
  commitment: string,
  { at, pack }: { readonly at: Instant; readonly pack: Pack },
): Sample => ({
  month,
  commitment,
  committedAt: at,
  shownFrom: endsOn(dateOf(at), pack),
  share: pack.params['sample.share'],
});

/** Whether the first working day is over and nothing is drawn yet. */
export const isToBeDrawn = ({ seed, shownFrom: from }: Sample, at: Instant): boolean =>
  seed === undefined && at >= from;
