import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { jointDecision } from '../acute/follow-up.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { managerSide, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { settled } from '../purchase-state.ts';
import { type Agreement, agreementOf, signedAt } from './agreement.ts';

type CannotSign =
  | ('purchase-not-found' | 'not-a-manager' | 'agreement-missing' | 'signature-void' | 'purchase-over')
  | ('same-person' | 'already-signed' | 'agreement-signed');

/** The purchase with another reading of one agreement. */
export const withAgreement = (purchase: Purchase, before: Agreement, after: Agreement): Purchase => ({
  ...purchase,
  agreements: purchase.agreements.map((one) => (one === before ? after : one)),
});

/**
 * What a signed agreement brings: planned help may begin (H-17), and acute help that both managers wanted planned is so
 * from its second signature (H-29, A79). What is signed afterwards only lets the basis go (H-30).
 */
export function afterSignature(purchase: Purchase, use: Agreement['use'], facts: Facts, pack: BuyingPack): Purchase {
  const at = signedAt(agreementOf(purchase.agreements, use));
  if (at === undefined || use === 'AFTERWARDS') return purchase;
  const isConverting = purchase.mode === 'ACUTE' && jointDecision(purchase) === 'PLANNED' && !purchase.ended;
  if (isConverting) return { ...purchase, mode: 'PLANNED', state: 'active', convertedAt: at };
  return settled(purchase, facts, pack);
}

/**
 * One of the two managers signs the frozen document, in either order (H-17, H-30). Both sign the same sum: of another,
 * or of one that has been drafted again since, the signature is void. They are two persons, in whatever roles (A72).
 */
export function addSignature(
  purchase: Purchase,
  { use, sha256 }: Pick<Agreement, 'use' | 'sha256'>,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotSign> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  const side = managerSide(purchase, actor);
  if (!side) return refuse('forbidden', 'not-a-manager');
  if (purchase.withdrawn) return refuse('conflict', 'purchase-over');
  const agreement = agreementOf(purchase.agreements, use);
  if (!agreement) return refuse('conflict', 'agreement-missing');
  if (agreement.sha256 !== sha256) return refuse('conflict', 'signature-void');
  if (signedAt(agreement) !== undefined) return refuse('conflict', 'agreement-signed');
  if (agreement.signatures.some((one) => one.side === side)) return refuse('conflict', 'already-signed');
  if (agreement.signatures.some(({ by }) => by === actor.userId)) return refuse('conflict', 'same-person');
  const { at, userId: by, role } = actor;
  const signatures = [...agreement.signatures, { at, by, role, side }];
  const signed = withAgreement(purchase, agreement, { ...agreement, signatures });
  return accept(afterSignature(signed, use, { ...facts, at }, pack));
}

/** The signature is proven by a record. */
export function signatureProven(purchase: Purchase, use: Agreement['use'], userId: string, recordId: string): Purchase {
  const agreement = agreementOf(purchase.agreements, use);
  if (!agreement) return purchase;
  const signatures = agreement.signatures.map((one) => (one.by === userId ? { ...one, recordId } : one));
  return withAgreement(purchase, agreement, { ...agreement, signatures });
}
