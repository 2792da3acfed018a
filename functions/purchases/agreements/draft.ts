import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Clause } from '../../../shared/packs/purchase-rules.ts';
import { jointDecision } from '../acute/follow-up.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { managerSide, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { type Agreement, agreementOf, signedAt } from './agreement.ts';
import { hasNewTerms } from './new-terms.ts';

/** The frozen document: its sum is what both sign. */
export type Draft = Pick<Agreement, 'use' | 'documentId' | 'sha256' | 'template' | 'orePerHour'> & {
  /** What a document of another template says; one of the municipality's has every clause. */
  readonly clauses?: readonly Clause['what'][];
  readonly reason?: string;
};

type CannotDraft =
  | ('purchase-not-found' | 'not-a-manager' | 'not-in-routine' | 'purchase-not-accepted')
  | ('not-both-managers' | 'agreement-not-asked' | 'agreement-signed' | 'condition-missing');

type AgreementRules = NonNullable<BuyingPack['purchases']['agreement']>;

/**
 * Clauses that a document of one's own leaves out: who bears the cost (H-08), that it is staffing (H-09), the basis in law
 * (H-31), who answers for what (H-32, H-37, H-38).
 */
const leftOut = ({ template, clauses = [] }: Draft, asked: AgreementRules): readonly Missing[] =>
  asked.clauses
    .filter(({ what }) => template !== asked.template && !clauses.includes(what))
    .map(({ what, level, rule }) => ({ rule, level, text: sentence(`purchase-clause-${what}`, 'sv') }));

/** An agreement that is no longer the one: whatever it is about has changed, and so its signatures hold nothing. */
export const voided = (
  agreements: readonly Agreement[],
  use: Agreement['use'],
  { at, by, because }: { readonly at: Instant; readonly by: string; readonly because: 'REDRAFTED' | 'CHANGED' },
): Agreement[] =>
  agreements.map((one) => (one.use === use && !one.voided ? { ...one, voided: { at, by, because } } : one));

/** Which agreement is asked for now: of planned help, or afterwards of acute help that is not to be planned (H-30, A79). */
export const agreementAsked = (purchase: Purchase): Agreement['use'] =>
  purchase.mode === 'PLANNED' || jointDecision(purchase) === 'PLANNED' ? 'PLANNED' : 'AFTERWARDS';

/** Why an agreement of this use is not for now; undefined when it is. */
export function notForNow(purchase: Purchase, use: Agreement['use']) {
  const wasAcute = purchase.mode === 'ACUTE' || purchase.convertedAt !== undefined;
  if (use === 'AFTERWARDS') return wasAcute && purchase.begun ? undefined : refuse('conflict', 'agreement-not-asked');
  if (purchase.mode === 'ACUTE')
    return jointDecision(purchase) === 'PLANNED' ? undefined : refuse('conflict', 'not-both-managers');
  return purchase.decision?.accept || purchase.convertedAt ? undefined : refuse('conflict', 'purchase-not-accepted');
}

/** The agreements that may be drafted or signed now: the one that is asked for first. */
export function openUses(purchase: Purchase): readonly Agreement['use'][] {
  const asked = agreementAsked(purchase);
  return ([asked, asked === 'PLANNED' ? 'AFTERWARDS' : 'PLANNED'] as const).filter(
    (use) =>
      notForNow(purchase, use) === undefined &&
      (signedAt(agreementOf(purchase.agreements, use)) === undefined || (use === 'PLANNED' && hasNewTerms(purchase))),
  );
}

/** Which one is meant when nobody says: the one that is asked for, or else another that is still open. */
export const agreementMeant = (purchase: Purchase): Agreement['use'] =>
  openUses(purchase)[0] ?? agreementAsked(purchase);

/**
 * A manager freezes the agreement as one document (H-17, H-18). One that was there is void with its signatures, unless
 * help goes on under it until the new one is signed.
 */
export function freezeAgreement(
  purchase: Purchase,
  wish: Draft,
  actor: PurchaseActor,
  { purchases }: BuyingPack,
): Result<Purchase, CannotDraft> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  if (!managerSide(purchase, actor)) return refuse('forbidden', 'not-a-manager');
  if (!purchases.agreement) return refuse('invalid', 'not-in-routine');
  const { use, documentId, sha256, template, orePerHour, reason } = wish;
  const refused = notForNow(purchase, use);
  if (refused) return refused;
  const { at, userId: by } = actor;
  const missing = leftOut(wish, purchases.agreement);
  const words = reason?.trim() ?? '';
  if (missing.some(({ level }) => level === 'BLK' || words === '')) return lacking('condition-missing', missing);
  const former = agreementOf(purchase.agreements, use);
  const isInForce = signedAt(former) !== undefined && purchase.begun !== undefined;
  if (isInForce && (use === 'AFTERWARDS' || !hasNewTerms(purchase))) return refuse('conflict', 'agreement-signed');
  const kept = isInForce ? purchase.agreements : voided(purchase.agreements, use, { at, by, because: 'REDRAFTED' });
  const price = orePerHour === undefined ? {} : { orePerHour };
  const draft: Agreement = { use, documentId, sha256, template, ...price, drafted: { at, by }, signatures: [] };
  const remarks = [...purchase.remarks, ...missing.map(({ rule }) => ({ at, by, rule, words }))];
  return accept(unsigned({ ...purchase, remarks, agreements: [...kept, draft] }));
}

/** A purchase whose agreement is not signed any more is only prepared. */
const unsigned = (purchase: Purchase): Purchase =>
  purchase.state === 'agreement-signed'
    ? { ...purchase, state: purchase.registration ? 'registered' : 'prepared' }
    : purchase;
