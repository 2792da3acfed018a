import type { Instant } from '../../shared/domain/local-time.ts';
import { type Refusal, refuse } from '../../shared/domain/result.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PurchaseRole } from '../../shared/packs/purchase-rules.ts';
import type { PurchaseSide } from './agreements/agreement.ts';
import type { Purchase } from './purchase.ts';

/** Who takes a step, as what, for which unit or provider, and when. */
export type PurchaseActor = {
  readonly userId: string;
  readonly role: Role;
  readonly unitId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly at: Instant;
};

type Parties = Pick<Purchase, 'orderingUnitId' | 'receiver'>;

/** For whom a person stands in a purchase; undefined for one of neither side. */
export function purchaseSide(
  { orderingUnitId, receiver }: Parties,
  { unitId, providerId }: PurchaseActor,
): PurchaseSide | undefined {
  if (unitId !== undefined && unitId === orderingUnitId) return 'ORDERING';
  const receives = receiver.unitId === undefined ? receiver.providerId === providerId : receiver.unitId === unitId;
  return receives ? 'RECEIVING' : undefined;
}

const managers: Readonly<Record<PurchaseSide, readonly PurchaseRole[]>> = {
  ORDERING: ['ordering-manager'],
  RECEIVING: ['receiving-manager', 'provider-manager'],
};

/** Those who follow purchases of every unit: they approve, register, settle the cost, or answer for the routine (B-04). */
const overseers: readonly Role[] = [
  ...(['development-leader', 'registrar-own', 'registrar-lov', 'economist', 'finance', 'area-head'] as const),
];

/** Whether a purchase is there for somebody: of either side, or one who follows all of them. */
export const maySeePurchase = (purchase: Parties, actor: PurchaseActor): boolean =>
  overseers.includes(actor.role) || purchaseSide(purchase, actor) !== undefined;

/** Whether a role follows the purchases of every unit. */
export const isOverseer = (role: Role): boolean => overseers.includes(role);

/** Whether somebody's role is one of some. */
const isOne = (roles: readonly PurchaseRole[], role: Role): boolean => roles.some((one) => one === role);

/** The roles in which a side's manager signs, in the system and on paper. */
export const managersOf = (side: PurchaseSide): readonly PurchaseRole[] => managers[side];

/** The side that a person is the manager of in this purchase; a private performer's manager is its receiving one. */
export function managerSide(purchase: Parties, actor: PurchaseActor): PurchaseSide | undefined {
  const side = purchaseSide(purchase, actor);
  return side && isOne(managers[side], actor.role) ? side : undefined;
}

/** A purchase of others is not there for them. */
const notFound = refuse('missing', 'purchase-not-found');

/** Why a person may not do what is a side's; undefined when they may. */
export function notOf(
  side: PurchaseSide,
  purchase: Parties,
  actor: PurchaseActor,
): Refusal<'purchase-not-found' | 'not-your-side'> | undefined {
  const own = purchaseSide(purchase, actor);
  if (own === undefined) return notFound;
  return own === side ? undefined : refuse('forbidden', 'not-your-side');
}

/** Why a person may not do what is a side's manager's. */
export function notManagerOf(
  side: PurchaseSide,
  purchase: Parties,
  actor: PurchaseActor,
): Refusal<'purchase-not-found' | 'not-your-side' | 'not-a-manager'> | undefined {
  const other = notOf(side, purchase, actor);
  return other ?? (isOne(managers[side], actor.role) ? undefined : refuse('forbidden', 'not-a-manager'));
}

/** Why a role may not do what the pack gives to others; undefined when it may. */
export const notAmong = (
  roles: readonly PurchaseRole[],
  { role }: PurchaseActor,
): Refusal<'role-not-allowed'> | undefined =>
  isOne(roles, role) ? undefined : refuse('forbidden', 'role-not-allowed');
