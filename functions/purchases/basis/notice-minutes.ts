import { dateOf, firstDay, type LocalDate, lastDay, type Month, plusDays } from '../../../shared/domain/local-time.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { boughtIn, until } from '../extent.ts';
import { notice } from '../notice-period.ts';
import type { Purchase } from '../purchase.ts';
import { extentOn } from '../running/extent-on.ts';

type Given = Purchase['notices'][number];

/** Notice that was too short is of those days: from the day it takes effect until the one that was allowed. */
function shortDays({ to, ended }: Purchase, { effective, at, after }: Given, pack: BuyingPack) {
  const period = notice(dateOf(at), effective, pack, after ? 'reduction' : 'ending');
  if (!period.ok) return undefined;
  // Nothing is owed for days that would not have been served: past the agreed last day, or a death.
  const death = ended?.cause === 'DEATH' ? ended.on : undefined;
  const lasts = [until(period.value.earliest), ...(to === null ? [] : [to]), ...(death === undefined ? [] : [death])];
  return { from: effective, to: lasts.toSorted()[0] ?? effective };
}

/** What was bought on the day before it takes effect, less what is left of it, from its first day until another. */
function lostUntil(purchase: Purchase, one: Given, from: LocalDate, to: LocalDate): number {
  const before = extentOn({ ...purchase, notices: purchase.notices.filter((other) => other !== one) }, from);
  const days = { from, to };
  return Math.max(0, boughtIn(before, days) - (one.after ? boughtIn(one.after, days) : 0));
}

/**
 * Minutes of a month that short notice costs, where the pack charges what was ordered (M-23, A38): nothing where it
 * charges what was done. The months of one notice come to what was shown before it was given, to the minute.
 */
export function noticeMinutes(purchase: Purchase, month: Month, pack: BuyingPack): number {
  if (pack.params.noticeBilling !== 'ORDERED') return 0;
  return purchase.notices
    .filter(({ short }) => short > 0)
    .reduce((sum, one) => {
      const days = shortDays(purchase, one, pack);
      if (!days) return sum;
      const end = days.to < lastDay(month) ? days.to : lastDay(month);
      const upTo = (last: LocalDate): number => (last < days.from ? 0 : lostUntil(purchase, one, days.from, last));
      const before = plusDays(firstDay(month), -1);
      return sum + upTo(end) - upTo(before < end ? before : end);
    }, 0);
}
