import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { allowed } from '../conditions/missing.ts';
import { type Extent, isMore } from '../extent.ts';
import { notAmong, notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isUndecided, settled } from '../purchase-state.ts';

export type PurchaseAnswer = {
  readonly accept: boolean;
  readonly reason?: string | undefined;
  /** Less than was asked for, as the managers agreed (H-11). */
  readonly extent?: Extent | undefined;
};

type MayNot = 'purchase-not-found' | 'not-your-side' | 'role-not-allowed';
type CannotDecide =
  | MayNot
  | 'same-person'
  | ('purchase-decided' | 'reason-missing' | 'dialogue-said-no' | 'extent-above-requested')
  | ('condition-missing' | 'acute-without-plan');

/** Only whom the pack names decides (B-03, H-07, M-06); a performer's manager, only what is asked of it. */
export function notDecider(purchase: Purchase, actor: PurchaseActor, { purchases }: BuyingPack) {
  const isOfPerformer = actor.role === 'receiving-manager' || actor.role === 'provider-manager';
  return notAmong(purchases.decision.by, actor) ?? (isOfPerformer ? notOf('RECEIVING', purchase, actor) : undefined);
}

/**
 * A request is accepted, or declined with a reason: the performer may say no (B-03, H-07). Both wait for the dialogue
 * where the pack asks for it (H-10); a yes also for what binds (M-04, M-05). Where the case is registered, that is
 * ordered with the approval (M-07).
 */
export function settleRequest(
  purchase: Purchase,
  answer: PurchaseAnswer,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotDecide> {
  const refused = notDecider(purchase, actor, pack);
  if (refused) return refused;
  if (!isUndecided(purchase)) return refuse('conflict', 'purchase-decided');
  // Who asks and who answers are two persons, in whatever roles (A72).
  if (purchase.requested.by === actor.userId) return refuse('conflict', 'same-person');
  const { at, userId: by } = actor;
  const { reason, extent = purchase.extent } = answer;
  if (!answer.accept && !reason?.trim())
    return refuse('invalid', 'reason-missing', [{ at: 'body.reason', code: 'reason-missing' }]);
  if (answer.accept && purchase.dialogue.at(-1)?.outcome === 'NO') return refuse('conflict', 'dialogue-said-no');
  if (isMore(extent, purchase.extent))
    return refuse('invalid', 'extent-above-requested', [{ at: 'body.extent', code: 'extent-above-requested' }]);
  const now = { ...facts, at };
  const may = allowed(answer.accept ? 'decision' : 'no', purchase, now, pack, { at, by, reason });
  if (!may.ok) return may;
  const decision = { at, by, accept: answer.accept, ...(reason === undefined ? {} : { reason }) };
  const decided: Purchase = { ...may.value, decision };
  if (!answer.accept) return accept({ ...decided, state: 'declined' });
  const taken: Purchase = { ...decided, extent };
  if (purchase.mode === 'ACUTE') return accept(taken);
  if (pack.purchases.registration)
    return accept({ ...taken, state: 'registration-ordered', registration: { orderedAt: at } });
  return accept(settled({ ...taken, state: 'accepted' }, now, pack));
}
