import { hours, shortDate } from '../../app/format.ts';
import type { AreaWords } from '../../messages/areas.ts';
import type { PurchaseShown } from './purchase-form.ts';

type Says = Pick<AreaWords['purchases'], 'perMonth' | 'perWeek' | 'onDays' | 'weekdays' | 'fromTo' | 'untilFurther'>;

/** `28 h 00 min per månad`; of a week also its days. */
export function extentInWords({ minutes, per, weekdays }: PurchaseShown['extent'], says: Says): string {
  const time = hours(minutes);
  if (per === 'MONTH') return says.perMonth(time);
  const days = weekdays && says.onDays(weekdays.map((day) => says.weekdays[day - 1] ?? '').join(', '));
  return `${says.perWeek(time)}${days ?? ''}`;
}

/** From its first day to its last. */
export const periodInWords = ({ from, to }: Pick<PurchaseShown, 'from' | 'to'>, says: Says): string =>
  says.fromTo(shortDate(from), to === null ? says.untilFurther : shortDate(to, true));
