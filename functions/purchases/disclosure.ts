import type { BuyingPack } from './buying-pack.ts';
import { askedBefore } from './buying-pack.ts';
import type { Facts } from './conditions/conditions.ts';
import { consentFor } from './preparing/consent.ts';
import { type Purchase, receiverId } from './purchase.ts';

/** Whether a purchase goes from one board to another, or out of the municipality: there is secrecy between them. */
export type Boards = { readonly ordering: string | undefined; readonly receiving: string | undefined };

const isOneBoard = ({ ordering, receiving }: Boards): boolean => ordering !== undefined && ordering === receiving;

/**
 * Whether the performer may see whom the help is for. Where the routine asks for the user's consent, not before there is
 * one that names the performer, and not after it has been taken back (B-06, B-22); else within one board at once, and to
 * another board, or a private performer, once it has taken the assignment on, which it cannot carry out without knowing.
 */
export function mayKnowWhom(purchase: Purchase, boards: Boards, { at, consents }: Facts, pack: BuyingPack): boolean {
  const isConsentAsked = askedBefore('start', purchase, pack).some(({ what }) => what === 'transfer-consent');
  const isAgreed = (['ORAL', 'SYSM'] as const).some(
    (channel) => consentFor(consents, { kind: 'TRANSFER', recipient: receiverId(purchase), channel, at }) !== undefined,
  );
  if (isAgreed || isConsentAsked) return isAgreed;
  return isOneBoard(boards) || purchase.decision?.accept === true || purchase.begun !== undefined;
}
