import { dateOf, type Instant, type LocalDate, plusDays } from '../../shared/domain/local-time.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import { vardagar } from '../../shared/packs/calendars.ts';
import type { BuyingPack } from './buying-pack.ts';
import type { Purchase } from './purchase.ts';

const workingDaysAfter = (at: Instant, count: number, pack: BuyingPack): LocalDate =>
  addWorkingDays(dateOf(at), count, vardagar(pack));

/** The last day for a decision (B-03), for naming a contact person (B-08) and for the plan (B-09), softly (D40, A53). */
export const taskBy = (since: Instant, pack: BuyingPack): LocalDate =>
  workingDaysAfter(since, pack.params['task.defaultDays'], pack);

/** The last day for a registration that was ordered with the approval (M-07, M-11, D30); undefined where none was. */
export const registrationBy = (
  { registration }: Pick<Purchase, 'registration'>,
  pack: BuyingPack,
): LocalDate | undefined =>
  registration && workingDaysAfter(registration.orderedAt, pack.params['purchase.registrationDays'], pack);

/** When the end of the agreed period is told of: as long before it as notice is (D29, M-03); undefined where there is none. */
export const periodEndToldOn = ({ to }: Pick<Purchase, 'to'>, { notice }: BuyingPack): LocalDate | undefined =>
  to !== null && notice ? plusDays(to, -notice.days) : undefined;
