import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { notAmong, notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isUndecided } from '../purchase-state.ts';

/**
 * The orderer is told, in one text, that the period binds (M-04) and that actual cost is charged (M-05), by the role
 * that the pack names and before anything is approved.
 */
export function tellBinding(
  purchase: Purchase,
  actor: PurchaseActor,
  { purchases: { binding } }: BuyingPack,
): Result<Purchase, 'not-in-routine' | 'role-not-allowed' | 'purchase-decided'> {
  if (!binding) return refuse('invalid', 'not-in-routine');
  const refused = notAmong(binding.by, actor);
  if (refused) return refused;
  if (!isUndecided(purchase)) return refuse('conflict', 'purchase-decided');
  const state = purchase.state === 'requested' ? 'informed' : purchase.state;
  return accept({ ...purchase, state, binding: { at: actor.at, by: actor.userId } });
}

/** The orderer acknowledges what it was told (M-04); the first acknowledgement stands. */
export function bindingAcknowledged(
  purchase: Purchase,
  actor: PurchaseActor,
): Result<Purchase, 'purchase-not-found' | 'not-your-side' | 'binding-not-told'> {
  const refused = notOf('ORDERING', purchase, actor);
  if (refused) return refused;
  const { binding } = purchase;
  if (!binding) return refuse('conflict', 'binding-not-told');
  const acknowledged = binding.acknowledged ?? { at: actor.at, by: actor.userId };
  return accept({ ...purchase, binding: { ...binding, acknowledged } });
}
