import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { PurchaseSide } from '../agreements/agreement.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { managerSide, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';

type Said = Purchase['followUp'][number];

const lastOf = (said: readonly Said[], side: PurchaseSide): Said | undefined =>
  said.findLast((one) => one.side === side);

/**
 * What both managers have said; undefined until they have said the same (H-29). Then it holds: what one of them says
 * afterwards changes nothing until the other says it too.
 */
export function jointDecision({ followUp }: Pick<Purchase, 'followUp'>): Said['decision'] | undefined {
  let joint: Said['decision'] | undefined;
  const latest: Partial<Record<PurchaseSide, Said['decision']>> = {};
  for (const { side, decision } of followUp) {
    latest[side] = decision;
    if (latest.ORDERING === latest.RECEIVING) joint = decision;
  }
  return joint;
}

/** Whether each manager has said something, the same or not. */
export const haveBothSaid = ({ followUp }: Pick<Purchase, 'followUp'>): boolean =>
  lastOf(followUp, 'ORDERING') !== undefined && lastOf(followUp, 'RECEIVING') !== undefined;

type CannotSay =
  | 'purchase-not-found'
  | 'not-a-manager'
  | 'not-acute'
  | 'purchase-not-begun'
  | 'purchase-over'
  | 'same-person';

/**
 * A manager says whether acute help is to be planned or to end (H-28, H-29). It holds when both have said the same, and
 * they are two persons (A72); until then help goes on. An end is then at hand; what is to be planned is acute until its
 * own agreement has been signed (A79).
 */
export function sayAtFollowUp(
  purchase: Purchase,
  { decision, words }: Pick<Said, 'decision' | 'words'>,
  actor: PurchaseActor,
): Result<Purchase, CannotSay> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  const side = managerSide(purchase, actor);
  if (!side) return refuse('forbidden', 'not-a-manager');
  if (purchase.mode !== 'ACUTE') return refuse('conflict', 'not-acute');
  if (!purchase.begun) return refuse('conflict', 'purchase-not-begun');
  if (purchase.ended) return refuse('conflict', 'purchase-over');
  const { at, userId: by } = actor;
  const other = lastOf(purchase.followUp, side === 'ORDERING' ? 'RECEIVING' : 'ORDERING');
  if (other?.by === by) return refuse('conflict', 'same-person');
  const said: Purchase = { ...purchase, followUp: [...purchase.followUp, { at, by, side, decision, words }] };
  const joint = jointDecision(said);
  if (joint === 'END')
    return accept({ ...said, state: 'ended', ended: { at, by, on: dateOf(at), reason: words, cause: 'AGREED' } });
  return accept({ ...said, state: joint === 'PLANNED' ? 'converted-to-planned' : 'running' });
}

/** What is missing where acute help that has lasted too long is to end by one side's word alone. */
export const notJoint = ({ acute }: Pick<BuyingPack, 'acute'>): readonly Missing[] =>
  acute ? [{ rule: acute.followUp.joint, level: 'BLK', text: sentence('purchase-joint-decision', 'sv') }] : [];
