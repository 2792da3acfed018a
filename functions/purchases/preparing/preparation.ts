import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { managerSide, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import type { Preparation } from '../purchase-parts.ts';
import { isBeforeHelp, isUnderWay, settled } from '../purchase-state.ts';

/** What is said of what has been made ready; the long-term plan is of the person's acute help, and of both managers. */
type Said = Preparation & { readonly longTermPlanId?: string | undefined };

type CannotPrepare =
  | 'purchase-not-found'
  | 'not-yours-to-say'
  | 'purchase-not-accepted'
  | 'purchase-over'
  | 'bad-request';

const managers = ['ordering-manager', 'receiving-manager', 'provider-manager'] as const satisfies readonly Role[];
const performers = ['receiving-manager', 'provider-manager', 'contact-person'] as const satisfies readonly Role[];

/** Whose it is to say: the plan is the contact person's too (B-09), what is done in the daily work the coordinator's. */
const sayers: Readonly<Record<keyof Said, readonly Role[]>> = {
  userInformedAt: managers,
  longTermPlanId: managers,
  contactPerson: ['receiving-manager', 'provider-manager'],
  planDocumentId: performers,
  journalOpenedOn: [...performers, 'receiving-coordinator', 'provider'],
  caseWorkerContactedAt: [...performers, 'receiving-coordinator', 'provider'],
};

const notTheirsIn = (said: Said, { role }: PurchaseActor): readonly Fault[] =>
  (Object.keys(sayers) as (keyof Said)[])
    .filter((field) => said[field] !== undefined && !sayers[field].includes(role))
    .map((field) => ({ at: `body.${field}`, code: 'not-yours-to-say' }));

const aheadIn = (said: Said, { at }: PurchaseActor): readonly Fault[] =>
  [
    ...(said.userInformedAt !== undefined && said.userInformedAt > at ? ['userInformedAt'] : []),
    ...(said.caseWorkerContactedAt !== undefined && said.caseWorkerContactedAt > at ? ['caseWorkerContactedAt'] : []),
    ...(said.journalOpenedOn !== undefined && said.journalOpenedOn > dateOf(at) ? ['journalOpenedOn'] : []),
  ].map((field) => ({ at: `body.${field}`, code: 'date-ahead' }));

/**
 * What is made ready on either side, as it is done: the user is informed (B-05), a contact person named (B-08), the plan
 * made (B-09, B-18), the performer's own journal opened (B-17), the case worker asked (M-13), the managers' plan for
 * acute help that comes again (H-22). What is not said stays.
 */
export function prepareFor(
  purchase: Purchase,
  { longTermPlanId, ...said }: Said,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotPrepare> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  if (!isBeforeHelp(purchase) && !isUnderWay(purchase)) return refuse('conflict', 'purchase-over');
  if (purchase.mode === 'PLANNED' && !purchase.decision?.accept) return refuse('conflict', 'purchase-not-accepted');
  const others = notTheirsIn({ ...said, longTermPlanId }, actor);
  if (others.length > 0) return refuse('forbidden', 'not-yours-to-say', others);
  const faults = aheadIn(said, actor);
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const side = managerSide(purchase, actor);
  const { at, userId: by } = actor;
  const plan =
    longTermPlanId === undefined || side === undefined
      ? {}
      : { longTermPlan: [...(purchase.longTermPlan ?? []), { at, by, side, planId: longTermPlanId }] };
  const next = { ...purchase, ...plan, preparation: { ...purchase.preparation, ...said } };
  return accept(settled(next, { ...facts, at: actor.at }, pack));
}
