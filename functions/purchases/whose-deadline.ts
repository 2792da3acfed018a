import { type Owner, providerOwner, unitOwner } from '../../shared/domain/owner.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PurchaseSide } from './agreements/agreement.ts';
import { managersOf } from './party.ts';
import type { Purchase } from './purchase.ts';

/** WhoseTask something is that a purchase waits for, and which of the owner's roles it belongs to. */
export type WhoseTask = { readonly owner: Owner; readonly roles?: readonly Role[] };

export const sides = ['ORDERING', 'RECEIVING'] as const satisfies readonly PurchaseSide[];

/** A side's managers: of its unit, or the private performer itself. */
export function managersSide(
  { orderingUnitId, receiver }: Pick<Purchase, 'orderingUnitId' | 'receiver'>,
  side: PurchaseSide,
): WhoseTask {
  if (side === 'RECEIVING' && receiver.providerId !== undefined) return { owner: providerOwner(receiver.providerId) };
  const unitId = side === 'ORDERING' ? orderingUnitId : (receiver.unitId ?? '');
  return { owner: unitOwner(unitId), roles: managersOf(side).filter((role) => role !== 'provider-manager') };
}
