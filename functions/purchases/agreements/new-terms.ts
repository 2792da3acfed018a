import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Purchase } from '../purchase.ts';
import { type Agreement, signedAt } from './agreement.ts';

type Change = Purchase['changes'][number];

const signedOnes = ({ agreements }: Pick<Purchase, 'agreements'>): readonly Agreement[] =>
  agreements.filter((one) => one.use === 'PLANNED' && !one.voided && signedAt(one) !== undefined);

/** More, or longer, that another has approved: less is the orderer's own and needs no agreement. */
const isApproved = ({ by, extent, to, decision }: Change): boolean =>
  decision?.accept === true && decision.by !== by && (extent !== undefined || to !== undefined);

/**
 * Since when a change holds that somebody approved of help that both managers had signed for: since both have signed an
 * agreement that was drafted after it (H-17, A79). Undefined until then; where nothing had been signed, it holds at once.
 */
export function holdsSince(purchase: Pick<Purchase, 'agreements'>, change: Change): Instant | undefined {
  const at = change.decision?.at;
  if (at === undefined) return undefined;
  const signed = signedOnes(purchase);
  const wasSigned = signed.some((one) => (signedAt(one) ?? at) < at);
  if (!wasSigned || !isApproved(change)) return at;
  return signed.filter((one) => one.drafted.at >= at).flatMap((one) => signedAt(one) ?? [])[0];
}

/** Whether something was approved that the signed agreement does not say. */
export const hasNewTerms = (purchase: Pick<Purchase, 'agreements' | 'changes'>): boolean =>
  purchase.changes.some((change) => change.decision?.accept === true && holdsSince(purchase, change) === undefined);

/** How much an agreement that is drafted now is about: the latest that has been approved. */
export const extentToSign = ({ extent, changes }: Pick<Purchase, 'extent' | 'changes'>): Purchase['extent'] =>
  changes.findLast((one) => one.extent !== undefined && one.decision?.accept === true)?.extent ?? extent;
