import { dateOf, daysBetween, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import { isBeforeHelp, isUnderWay, lastHelpDay, stateOn } from '../purchase-state.ts';

/** What the day, or what became known elsewhere, has done to a purchase. */
export type Watched = {
  readonly next: Purchase;
  readonly event: 'purchase-ended-by-death' | 'purchase-resumed' | 'purchase-period-over';
};

/** By whom the clock acts. */
const clock = 'system';

/** How long a death may still turn out to be a mistake, and a no be followed by another asking, with somebody looking. */
const daysWatched = 90;

type Known = { readonly diedOn?: LocalDate | undefined; readonly at: Instant };

const isByDeath = ({ ended, withdrawn }: Purchase): boolean =>
  (ended?.by === clock && ended.cause === 'DEATH') || withdrawn?.by === clock;

/** The person has died: the help ends with the day itself, without notice (A80); what had not begun is taken back. */
function endedByDeath(purchase: Purchase, diedOn: LocalDate, at: Instant): Purchase {
  const { state: before, begun, mode } = purchase;
  if (!begun) return { ...purchase, state: 'withdrawn', withdrawn: { at, by: clock, before } };
  const first = dateOf(begun.visitAt);
  const on = diedOn < first ? first : diedOn;
  const ended = { at, by: clock, on, reason: '', cause: 'DEATH', before } as const;
  return { ...purchase, state: mode === 'ACUTE' ? 'ended' : 'closed', ended };
}

/** The purchase as it was before a death that nobody died. */
function resumed(purchase: Purchase): Purchase {
  const { ended, withdrawn, ...rest } = purchase;
  return { ...rest, state: ended?.before ?? withdrawn?.before ?? purchase.state };
}

/** Notice that was too short: what it costs may still come to an end with a death (M-23, A38). */
const shortNotice = ({ state, ended, notices }: Purchase) =>
  state === 'closed' && !ended ? notices.findLast(({ short }) => short > 0) : undefined;

/** Whether there may be something to do, by the little that is read of each at every look. */
export const mayHaveNews = (purchase: Purchase, { diedOn, at }: Known): boolean => {
  const last = lastHelpDay(purchase);
  return diedOn !== undefined || isByDeath(purchase) || (last !== null && last < dateOf(at));
};

/**
 * What is to be done with a purchase that the clock looks at: a death that is known ends it, one that was told by mistake
 * gives it back, another day of it is that day (A80), and the last day that has passed closes it. Nothing, mostly.
 */
export function watched(purchase: Purchase, { diedOn, at }: Known, pack: BuyingPack): Watched | undefined {
  if (isByDeath(purchase)) {
    if (diedOn === undefined) return { next: resumed(purchase), event: 'purchase-resumed' };
    const again = endedByDeath(resumed(purchase), diedOn, at);
    return again.ended?.on === purchase.ended?.on ? undefined : { next: again, event: 'purchase-ended-by-death' };
  }
  if (diedOn !== undefined && (isBeforeHelp(purchase) || isUnderWay(purchase) || purchase.state === 'declined'))
    return { next: endedByDeath(purchase, diedOn, at), event: 'purchase-ended-by-death' };
  const notice = diedOn === undefined ? undefined : shortNotice(purchase);
  if (diedOn !== undefined && notice && notice.effective <= diedOn) {
    const ended = { at, by: clock, on: diedOn, reason: '', cause: 'DEATH', before: purchase.state } as const;
    return { next: { ...purchase, ended }, event: 'purchase-ended-by-death' };
  }
  if (isUnderWay(purchase) && stateOn(purchase, at, pack) === 'closed')
    return { next: { ...purchase, state: 'closed' }, event: 'purchase-period-over' };
  return undefined;
}

/** Whether nothing can come of looking at it any more. */
export function isDoneWith(purchase: Purchase, at: Instant): boolean {
  if (isBeforeHelp(purchase) || isUnderWay(purchase)) return false;
  const since = isByDeath(purchase)
    ? (purchase.ended?.at ?? purchase.withdrawn?.at)
    : purchase.state === 'declined'
      ? purchase.decision?.at
      : shortNotice(purchase)?.at;
  return since === undefined || daysBetween(dateOf(since), dateOf(at)) > daysWatched;
}
