import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { PurchaseSide } from '../agreements/agreement.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { managerSide, notManagerOf, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';

const act = { at: Instant, by: z.string() };

/** Something that was not as it should be, and whose it is to see to: lex Sarah as well (H-36). */
export const PurchaseDeviation = z.object({
  kind: z.enum(['DEVIATION', 'LEX_SARAH']),
  /** Who noted it, and for which side. */
  opened: z.object({ ...act, words: z.string(), from: PurchaseSide }),
  owner: PurchaseSide,
  closed: z.object({ ...act, words: z.string() }).optional(),
});
export type PurchaseDeviation = z.infer<typeof PurchaseDeviation>;

/** Which side's manager gets a deviation: that of who noted it (B-11), or the ordering one whoever did (H-36, A63). */
const ownerOf = (by: PurchaseSide, { params }: Pick<BuyingPack, 'params'>): PurchaseSide =>
  params['deviation.owner'] === 'ORDERING_MANAGER' ? 'ORDERING' : by;

/** Anybody of either side notes a deviation, and it is its owner's at once. */
export function notedDeviation(
  purchase: Purchase,
  { kind, words }: { readonly kind: PurchaseDeviation['kind']; readonly words: string },
  actor: PurchaseActor,
  pack: BuyingPack,
): Result<PurchaseDeviation, 'purchase-not-found'> {
  const side = purchaseSide(purchase, actor);
  if (!side) return refuse('missing', 'purchase-not-found');
  return accept({ kind, opened: { at: actor.at, by: actor.userId, words, from: side }, owner: ownerOf(side, pack) });
}

/** Its owner, and no other manager, says what was done and closes it. */
export function settleDeviation(
  purchase: Purchase,
  deviation: PurchaseDeviation,
  words: string,
  actor: PurchaseActor,
): Result<PurchaseDeviation, 'purchase-not-found' | 'not-your-side' | 'not-a-manager' | 'already-closed'> {
  const refused =
    managerSide(purchase, actor) === deviation.owner ? undefined : notManagerOf(deviation.owner, purchase, actor);
  if (refused) return refused;
  if (deviation.closed) return refuse('conflict', 'already-closed');
  return accept({ ...deviation, closed: { at: actor.at, by: actor.userId, words } });
}
