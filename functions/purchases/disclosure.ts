import { dateOf } from '../../shared/domain/local-time.ts';
import { askedBefore, type BuyingPack } from './buying-pack.ts';
import { consentToTransfer, type Facts } from './conditions/conditions.ts';
import type { Purchase } from './purchase.ts';
import { lastHelpDay } from './purchase-state.ts';

/** Whether a purchase goes from one board to another, or out of the municipality: there is secrecy between them. */
export type Boards = { readonly ordering: string | undefined; readonly receiving: string | undefined };

const isOneBoard = ({ ordering, receiving }: Boards): boolean => ordering !== undefined && ordering === receiving;

/**
 * Whether the performer may see whom the help is for. Where the routine asks for the user's consent, not before there is
 * one that names the performer, and not after it has been taken back (B-06, B-22); else within one board at once, and to
 * another board, or a private performer, once it has taken the assignment on, or has been handed what it needs, which it
 * cannot carry out without knowing. Who said no, or was asked no more, knows nothing.
 */
export function mayKnowWhom(purchase: Purchase, boards: Boards, facts: Facts, pack: BuyingPack): boolean {
  const { decision, withdrawn, begun, handovers } = purchase;
  if (withdrawn || decision?.accept === false) return false;
  const isConsentAsked = askedBefore('start', purchase, pack).some(({ what }) => what === 'transfer-consent');
  const isAgreed = consentToTransfer(purchase, facts) !== undefined;
  if (isAgreed || isConsentAsked) return isAgreed;
  return isOneBoard(boards) || decision?.accept === true || begun !== undefined || handovers.length > 0;
}

/** Whether the performer may read who it is: when it may know, has taken the help on or been handed it, and is not done. */
export function mayReadCustomer(purchase: Purchase, boards: Boards, facts: Facts, pack: BuyingPack): boolean {
  const { decision, begun, handovers } = purchase;
  const isTheirs = decision?.accept === true || begun !== undefined || handovers.length > 0;
  const last = lastHelpDay(purchase);
  return isTheirs && (last === null || dateOf(facts.at) <= last) && mayKnowWhom(purchase, boards, facts, pack);
}
