import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { type Extent, isMore } from '../extent.ts';
import { notice } from '../notice-period.ts';
import { notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isUnderWay } from '../purchase-state.ts';
import { extentOn } from './extent-on.ts';

export type NoticeWish = {
  /** The first day without, or with less (A37). */
  readonly effective: LocalDate;
  /** What is left; absent where it ends. */
  readonly after?: Extent | undefined;
  readonly reason?: string | undefined;
};

type CannotGive =
  | ('purchase-not-found' | 'not-your-side' | 'pack-without-notice' | 'purchase-not-begun')
  | ('notice-given' | 'change-after-end' | 'not-less' | 'notice-short' | 'time-passed');

/**
 * The orderer ends before the agreed day (M-21), or has less from a day on (M-22), by the notice that the pack asks for.
 * The period binds unless it is given (A38); too short a one is a remark that asks a reason, and what it costs is shown
 * first (`notice-cost.ts`).
 */
export function noticeGiven(
  purchase: Purchase,
  { effective, after, reason }: NoticeWish,
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, CannotGive> {
  const refused = notOf('ORDERING', purchase, actor);
  if (refused) return refused;
  const { at, userId: by } = actor;
  const period = notice(dateOf(at), effective, pack, after ? 'reduction' : 'ending');
  if (!period.ok) return period;
  if (purchase.state === 'ending') return refuse('conflict', 'notice-given');
  if (!isUnderWay(purchase)) return refuse('conflict', 'purchase-not-begun');
  if (effective < dateOf(at)) return refuse('invalid', 'time-passed', [{ at: 'body.effective', code: 'time-passed' }]);
  if (purchase.to !== null && effective > purchase.to)
    return refuse('invalid', 'change-after-end', [{ at: 'body.effective', code: 'change-after-end' }]);
  if (after && !isMore(extentOn(purchase, effective), after)) return refuse('invalid', 'not-less');
  const { short, why } = period.value;
  const words = reason?.trim() ?? '';
  if (short > 0 && words === '')
    return lacking(
      'notice-short',
      why.map((step) => ({ ...step, level: 'WRN' as const })),
    );
  const given = { at, by, effective, short, ...(after ? { after } : {}), ...(words === '' ? {} : { reason: words }) };
  const remarks =
    short > 0 ? [...purchase.remarks, ...why.map(({ rule }) => ({ at, by, rule, words }))] : purchase.remarks;
  return accept({
    ...purchase,
    state: after ? purchase.state : 'ending',
    notices: [...purchase.notices, given],
    remarks,
  });
}
