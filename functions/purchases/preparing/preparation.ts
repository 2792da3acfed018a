import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import type { Preparation } from '../purchase-parts.ts';
import { isBeforeHelp, isUnderWay, settled } from '../purchase-state.ts';

type CannotPrepare = 'purchase-not-found' | 'purchase-not-accepted' | 'purchase-over' | 'bad-request';

const aheadIn = (said: Preparation, { at }: PurchaseActor): readonly Fault[] =>
  [
    ...(said.userInformedAt !== undefined && said.userInformedAt > at ? ['userInformedAt'] : []),
    ...(said.caseWorkerContactedAt !== undefined && said.caseWorkerContactedAt > at ? ['caseWorkerContactedAt'] : []),
    ...(said.journalOpenedOn !== undefined && said.journalOpenedOn > dateOf(at) ? ['journalOpenedOn'] : []),
  ].map((field) => ({ at: `body.${field}`, code: 'date-ahead' }));

/**
 * What is made ready on either side, as it is done: the user is informed (B-05), a contact person named (B-08), the plan
 * made (B-09, B-18), the performer's own journal opened (B-17), the case worker asked (M-13). What is not said stays.
 */
export function prepareFor(
  purchase: Purchase,
  said: Preparation,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotPrepare> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  if (!isBeforeHelp(purchase) && !isUnderWay(purchase)) return refuse('conflict', 'purchase-over');
  if (purchase.mode === 'PLANNED' && !purchase.decision?.accept) return refuse('conflict', 'purchase-not-accepted');
  const faults = aheadIn(said, actor);
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const next = { ...purchase, preparation: { ...purchase.preparation, ...said } };
  return accept(settled(next, { ...facts, at: actor.at }, pack));
}
