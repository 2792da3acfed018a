import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { PurchaseRole } from '../../../shared/packs/purchase-rules.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { notAmong, notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import type { Receiver } from '../purchase-parts.ts';
import { isBeforeHelp } from '../purchase-state.ts';
import { isBoughtOf } from './request.ts';

type NotTheirs = 'purchase-not-found' | 'not-your-side';

/** The orderer takes a request back, until help has begun. */
export function takeBack(
  purchase: Purchase,
  actor: PurchaseActor,
  reason?: string,
): Result<Purchase, NotTheirs | 'purchase-begun' | 'purchase-over'> {
  const refused = notOf('ORDERING', purchase, actor);
  if (refused) return refused;
  if (purchase.begun && !purchase.ended) return refuse('conflict', 'purchase-begun');
  if (!isBeforeHelp(purchase) && purchase.state !== 'declined') return refuse('conflict', 'purchase-over');
  const withdrawn = { at: actor.at, by: actor.userId, ...(reason === undefined ? {} : { reason }) };
  return accept({ ...purchase, state: 'withdrawn', withdrawn });
}

/**
 * After a no the orderer asks another (B-14). What was said with the first, and decided by it, is kept as its answer;
 * the new one is asked as if it were the only one.
 */
export function askAnother(
  purchase: Purchase,
  receiver: Receiver,
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, NotTheirs | 'not-declined' | 'same-unit' | 'same-receiver' | 'receiver-kind'> {
  const refused = notOf('ORDERING', purchase, actor);
  if (refused) return refused;
  const { decision, message: _, ...rest } = purchase;
  if (purchase.state !== 'declined' || !decision) return refuse('conflict', 'not-declined');
  if (receiver.unitId === purchase.orderingUnitId) return refuse('invalid', 'same-unit');
  if (!isBoughtOf(receiver, pack)) return refuse('invalid', 'receiver-kind');
  const { unitId, providerId } = purchase.receiver;
  if (receiver.unitId === unitId && receiver.providerId === providerId) return refuse('invalid', 'same-receiver');
  return accept({
    ...rest,
    receiver,
    state: purchase.mode === 'ACUTE' ? 'acute-requested' : 'requested',
    // What was handed over, agreed and made ready was the first one's.
    ...{ dialogue: [], consentIds: [], handovers: [], preparation: {} },
    declinedBy: [...purchase.declinedBy, { receiver: purchase.receiver, decision }],
  });
}

/** Somebody at the receiver to whom the message goes. */
type Recipient = { readonly userId: string; readonly role: PurchaseRole };

/** The administrator sends the message to all that the routine names, manager and coordinator both, or to nobody (B-15). */
export function tellReceiver(
  purchase: Purchase,
  to: readonly Recipient[],
  actor: PurchaseActor,
  { purchases: { message } }: BuyingPack,
): Result<Purchase, NotTheirs | 'role-not-allowed' | 'not-in-routine' | 'condition-missing'> {
  const refused = notOf('ORDERING', purchase, actor) ?? (message && notAmong(message.by, actor));
  if (refused) return refused;
  if (!message) return refuse('invalid', 'not-in-routine');
  const { rule } = message;
  if (!message.to.every((role) => to.some((one) => one.role === role)))
    return lacking('condition-missing', [{ rule, level: 'BLK', text: sentence('purchase-both-recipients', 'sv') }]);
  return accept({ ...purchase, message: { at: actor.at, by: actor.userId, to: to.map(({ userId }) => userId) } });
}
