import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { askedBefore, type BuyingPack } from '../buying-pack.ts';
import { consentToTransfer, type Facts } from '../conditions/conditions.ts';
import { lacking } from '../conditions/missing.ts';
import { notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isBeforeHelp, isUnderWay, settled } from '../purchase-state.ts';

export type HandedOver = {
  readonly documentIds: readonly string[];
  readonly kind: Purchase['handovers'][number]['kind'];
  /** Those that stand in another system, by their reference. */
  readonly elsewhere?: readonly string[];
};

type CannotHandOver =
  | ('purchase-not-found' | 'not-your-side' | 'purchase-not-accepted' | 'purchase-over')
  | ('consent-missing' | 'nothing-handed-over' | 'document-known' | 'too-many-documents');

/** More than anybody reads before a visit. */
const mostDocuments = 50;

/**
 * The orderer hands over what the performer needs: the description of the assignment (B-16), information about the
 * customer (H-16, H-33), risk assessments and work-environment instructions (H-39). Where the routine asks for consent to
 * the transfer, nothing goes over without one that names this receiver and this way (B-06, B-07).
 */
export function handOverDocuments(
  purchase: Purchase,
  { documentIds, kind, elsewhere = [] }: HandedOver,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotHandOver> {
  const refused = notOf('ORDERING', purchase, actor);
  if (refused) return refused;
  if (!isBeforeHelp(purchase) && !isUnderWay(purchase)) return refuse('conflict', 'purchase-over');
  if (purchase.mode === 'PLANNED' && !purchase.decision?.accept) return refuse('conflict', 'purchase-not-accepted');
  if (documentIds.length === 0) return refuse('invalid', 'nothing-handed-over');
  if (purchase.handovers.length + documentIds.length > mostDocuments) return refuse('conflict', 'too-many-documents');
  if (purchase.handovers.some((one) => one.kind === kind && documentIds.includes(one.documentId)))
    return refuse('conflict', 'document-known');
  const { at, userId: by } = actor;
  const asked = askedBefore('start', purchase, pack).find(({ what }) => what === 'transfer-consent');
  const consent = consentToTransfer(purchase, { ...facts, at });
  if (asked && !consent) {
    const { rule, level } = asked;
    return lacking('consent-missing', [{ rule, level, text: sentence('purchase-transfer-consent', 'sv') }]);
  }
  const consentIds = consent ? [...new Set([...purchase.consentIds, consent.id])] : purchase.consentIds;
  const more = documentIds.map((documentId) => ({
    ...{ at, by, kind, documentId, readBy: [] },
    ...(elsewhere.includes(documentId) ? { elsewhere: true } : {}),
  }));
  const next = { ...purchase, consentIds, handovers: [...purchase.handovers, ...more] };
  return accept(settled(next, { ...facts, at }, pack));
}

/** One of the performer's staff has read a document before executing (H-39); once is enough. */
export function markRead(
  purchase: Purchase,
  documentId: string,
  actor: PurchaseActor,
): Result<Purchase, 'purchase-not-found' | 'not-your-side' | 'document-not-found'> {
  const refused = notOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (!purchase.handovers.some((one) => one.documentId === documentId)) return refuse('missing', 'document-not-found');
  const tick = { at: actor.at, by: actor.userId };
  const handovers = purchase.handovers.map((one) => {
    const isKnown = one.documentId !== documentId || one.readBy.some(({ by }) => by === actor.userId);
    return isKnown ? one : { ...one, readBy: [...one.readBy, tick] };
  });
  return accept({ ...purchase, handovers });
}
