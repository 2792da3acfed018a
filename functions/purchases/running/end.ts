import { dateOf, daysBetween, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { acuteDays } from '../acute/acute-days.ts';
import { notJoint } from '../acute/follow-up.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isUnderWay, lastHelpDay } from '../purchase-state.ts';

export type PurchaseEnd = {
  /** The last day of help. */
  readonly on: LocalDate;
  readonly reason: string;
  readonly cause: 'NEED_OVER' | 'DEATH' | 'AGREED';
};

type CannotEnd =
  | ('purchase-not-found' | 'not-your-side' | 'purchase-not-begun' | 'date-ahead' | 'end-before-start')
  | ('not-both-managers' | 'notice-not-given' | 'purchase-over');

/**
 * The performer has been there for the last time. Acute help that has lasted more than 14 days ends by both managers' word
 * and not by one's (H-28, H-29); what ended before leaves nothing to decide (E43). Where the pack has notice, nobody ends
 * before the agreed day without it (M-21). A death ends all of it.
 */
export function endHelp(
  purchase: Purchase,
  { on, reason, cause }: PurchaseEnd,
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, CannotEnd> {
  const refused = notOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  const { begun } = purchase;
  // A death after the last day is told all the same: nothing is owed for days past it (M-23, A38).
  const isLate = cause === 'DEATH' && purchase.state === 'closed' && !purchase.ended;
  if (!begun || !(isUnderWay(purchase) || isLate))
    return refuse('conflict', begun ? 'purchase-over' : 'purchase-not-begun');
  const { at, userId: by } = actor;
  if (on > dateOf(at)) return refuse('invalid', 'date-ahead', [{ at: 'body.on', code: 'date-ahead' }]);
  if (daysBetween(dateOf(begun.visitAt), on) < 0)
    return refuse('invalid', 'end-before-start', [{ at: 'body.on', code: 'end-before-start' }]);
  const days = acuteDays(purchase, on, pack);
  const isByBoth = days !== undefined && days.followUpDue <= on;
  if (isByBoth && cause !== 'DEATH') return lacking('not-both-managers', notJoint(pack));
  const last = lastHelpDay(purchase);
  const isEarly = pack.notice !== undefined && (last === null || on < last);
  if (isEarly && purchase.mode === 'PLANNED' && cause !== 'DEATH') return refuse('conflict', 'notice-not-given');
  const state = purchase.mode === 'ACUTE' ? 'ended' : 'closed';
  return accept({ ...purchase, state, ended: { at, by, on, reason, cause } });
}
