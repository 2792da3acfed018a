import * as z from 'zod';
import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import {
  Instant,
  instantAt,
  LocalDate,
  plusDays,
  plusMonths,
  swedishDateWithYear,
} from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { endOfLimit } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

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

type CaseOf = Pick<Order, 'caseNo' | 'officerId'>;

/** How long before its day an officer is warned of it. */
const daysBefore = 30;

/** The individual follow-up, at least once a year: twelve months from the last one, or from the start (D17, L-56, A45, E51). */
export function followUp({ caseNo, officerId }: CaseOf, last: LocalDate, pack: Pack): Deadline {
  const months = pack.params['followUp.months'];
  const day = plusMonths(last, months);
  return begin('D17', {
    subject: { kind: 'case', caseNo, officerId },
    dueAt: endOfLimit(day, pack),
    remindAt: instantAt(plusDays(day, -daysBefore), '08:00'),
    why: [
      {
        rule: 'L-56',
        text: `Följs upp minst en gång per år: ${months} månader från ${swedishDateWithYear(last)}, senast ${swedishDateWithYear(day)} (A45).`,
      },
    ],
  });
}
