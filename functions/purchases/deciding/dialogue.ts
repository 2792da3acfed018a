import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { askedBefore, type BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { managerSide, notManagerOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isBeforeHelp } from '../purchase-state.ts';

/** What came of it: the whole, a part, another time, for a while, or no (H-11, H-12). */
export type Talk = Pick<Purchase['dialogue'][number], 'words' | 'outcome'> & { readonly heldAt: Instant };

type CannotNote =
  | ('purchase-not-found' | 'not-your-side' | 'not-a-manager' | 'not-in-routine')
  | ('purchase-begun' | 'date-ahead' | 'condition-missing');

/**
 * Either manager notes the dialogue that both have held (H-10); of acute help it is the telephone call. It comes after
 * the orderer had found that its own staff cannot: nobody is contacted before (H-15, H-20).
 */
export function noteTalk(
  purchase: Purchase,
  { heldAt, words, outcome }: Talk,
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<Purchase, CannotNote> {
  const side = managerSide(purchase, actor);
  const refused = side ? undefined : notManagerOf('RECEIVING', purchase, actor);
  if (refused) return refused.code === 'not-your-side' ? refuse('forbidden', 'not-a-manager') : refused;
  if (!pack.purchases.dialogue) return refuse('invalid', 'not-in-routine');
  if (!isBeforeHelp(purchase)) return refuse('conflict', 'purchase-begun');
  if (heldAt > actor.at) return refuse('invalid', 'date-ahead', [{ at: 'body.at', code: 'date-ahead' }]);
  const excluded = purchase.grounds.ownStaffingExcludedAt;
  const early = askedBefore('request', purchase, pack).find(({ what }) => what === 'own-staffing-excluded');
  if (early && excluded !== undefined && heldAt < excluded) {
    const text = sentence('purchase-contact-before-excluded', 'sv');
    return lacking('condition-missing', [{ rule: early.rule, level: early.level, text }]);
  }
  const note = { at: actor.at, by: actor.userId, heldAt, words, outcome };
  const state = purchase.state === 'requested' ? 'dialogue' : purchase.state;
  return accept({ ...purchase, state, dialogue: [...purchase.dialogue, note] });
}
