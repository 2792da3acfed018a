import { daysBetween, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { BuyingPack } from '../buying-pack.ts';

/** Acute help that the same person has had, in whatever case: by the day on which it began (A42, A73). */
export type EarlierAcute = { readonly firstVisit: LocalDate };

/** How many began within so many days before this one, the day itself and the last one among them (H-22, A42, A20). */
export const acuteWithin = (earlier: readonly EarlierAcute[], on: LocalDate, days: number): number =>
  earlier.filter(({ firstVisit }) => {
    const since = daysBetween(firstVisit, on);
    return since >= 0 && since <= days;
  }).length;

/** Whether acute help that begins on a day recurs, so that both managers first make a longer plan (H-22). */
export const recurs = (
  earlier: readonly EarlierAcute[],
  on: LocalDate,
  { acute, params }: Pick<BuyingPack, 'acute' | 'params'>,
): boolean => acute !== undefined && acuteWithin(earlier, on, acute.recurrence.days) >= params['acute.maxWithoutPlan'];
