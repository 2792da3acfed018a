import { dateOf, daysBetween, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { PurchaseRole } from '../../../shared/packs/purchase-rules.ts';
import { voided } from '../agreements/draft.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { notDecider } from '../deciding/decision.ts';
import { type Extent, isMore } from '../extent.ts';
import { type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isUnderWay } from '../purchase-state.ts';
import { extentOn } from './extent-on.ts';

/** What is to change, in words; how much from when, and until when, where that is it. */
export type ChangeSaid = {
  readonly words: string;
  readonly extent?: Extent | undefined;
  readonly to?: LocalDate | undefined;
  readonly effective?: LocalDate | undefined;
};

type CannotChange = 'purchase-not-found' | 'purchase-not-begun' | 'change-waits' | 'notice-needed' | 'to-before-from';

/** Whom the orderer tells of a change: the unit's manager (M-19), or a private performer's work leader (M-20). */
export const toldOfChange = (
  { receiver }: Pick<Purchase, 'receiver'>,
  { purchases }: BuyingPack,
): PurchaseRole | undefined => purchases.changes?.[receiver.kind].to;

/**
 * Either side tells of a change: the performer at once (M-16), the orderer in good time (M-19); later than that is
 * remarked on, with its own words as the reason (A36). More help or longer waits for a decision as a request does (M-24);
 * less, or an earlier end, goes by notice where the pack has one (M-21, M-22). The performer's word changes no extent.
 */
export function tellOfChange(
  purchase: Purchase,
  change: ChangeSaid,
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, CannotChange> {
  const from = purchaseSide(purchase, actor);
  if (!from) return refuse('missing', 'purchase-not-found');
  if (!isUnderWay(purchase)) return refuse('conflict', 'purchase-not-begun');
  const { at, userId: by } = actor;
  const today = dateOf(at);
  const { words, extent, to, effective = today } = change;
  const said = { at, by, from, words, effective, ...(extent ? { extent } : {}), ...(to === undefined ? {} : { to }) };
  if (from === 'RECEIVING') return accept({ ...purchase, changes: [...purchase.changes, said] });
  if (purchase.state === 'change-requested') return refuse('conflict', 'change-waits');
  if (to !== undefined && to < effective) return refuse('invalid', 'to-before-from');
  const isShorter = to !== undefined && purchase.to !== null && to < purchase.to;
  const isLess = extent !== undefined && isMore(extentOn(purchase, effective), extent);
  const isLonger = to !== undefined && !isShorter && to !== purchase.to;
  const isMoreHelp = extent !== undefined && isMore(extent, extentOn(purchase, effective));
  if (pack.notice && (isLess || isShorter)) return refuse('conflict', 'notice-needed');
  const rule = pack.purchases.changes?.inGoodTime;
  const isLate = rule !== undefined && daysBetween(today, effective) < pack.params['change.leadDays'];
  const remarks = isLate ? [...purchase.remarks, { at, by, rule, words }] : purchase.remarks;
  // Less, or an earlier end, is the orderer's own where the routine has no notice; more is asked for (M-24).
  const waits = isLonger || isMoreHelp;
  const state = waits ? 'change-requested' : purchase.state;
  const isTaken = !waits && (extent !== undefined || to !== undefined);
  const kept = isTaken ? { ...said, decision: { at, by, accept: true } } : said;
  return accept({
    ...purchase,
    state,
    remarks,
    to: isTaken ? (to ?? purchase.to) : purchase.to,
    changes: [...purchase.changes, kept],
  });
}

type CannotDecide =
  | ('purchase-not-found' | 'not-your-side' | 'role-not-allowed')
  | ('no-change-waits' | 'reason-missing' | 'same-person');

/**
 * A change that waits is accepted or declined by whom the pack names, as a request is (M-24). Accepted, it makes an
 * agreement that is not yet signed void: it was about something else.
 */
export function decideChange(
  purchase: Purchase,
  answer: { readonly accept: boolean; readonly reason?: string | undefined },
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, CannotDecide> {
  const refused = notDecider(purchase, actor, pack);
  if (refused) return refused;
  const waiting = purchase.changes.findLast(({ from, decision }) => from === 'ORDERING' && !decision);
  if (purchase.state !== 'change-requested' || !waiting) return refuse('conflict', 'no-change-waits');
  if (waiting.by === actor.userId) return refuse('conflict', 'same-person');
  if (!answer.accept && !answer.reason?.trim())
    return refuse('invalid', 'reason-missing', [{ at: 'body.reason', code: 'reason-missing' }]);
  const { at, userId: by } = actor;
  const { accept: yes, reason } = answer;
  const decision = { at, by, accept: yes, ...(reason === undefined ? {} : { reason }) };
  const changes = purchase.changes.map((one) => (one === waiting ? { ...one, decision } : one));
  const decided: Purchase = { ...purchase, state: 'active', changes };
  if (!yes) return accept(decided);
  const unsigned = purchase.agreements.map((one) =>
    one.signatures.length > 1 || one.scan?.checked
      ? one
      : (voided([one], one.use, { at, by, because: 'CHANGED' })[0] ?? one),
  );
  return accept({ ...decided, to: waiting.to ?? purchase.to, agreements: unsigned });
}
