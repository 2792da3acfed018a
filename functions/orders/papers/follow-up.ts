import * as z from 'zod';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';

/** An individual follow-up of a case (L-56): when it was held, by whom, and what came of it. */
export const FollowUp = z
  .object({
    id: z.string(),
    caseNo: z.string(),
    heldOn: LocalDate,
    text: z.string(),
    at: Instant,
    by: z.string(),
    late: z.boolean(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** The one that the year counts from: the latest held, whenever it was written down (A45). */
export const latestHeld = (followUps: readonly Pick<FollowUp, 'heldOn'>[], heldOn: LocalDate): LocalDate =>
  followUps.reduce((latest, one) => (one.heldOn > latest ? one.heldOn : latest), heldOn);
