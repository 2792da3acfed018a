import { providerOwner, unitOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { LoadedPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';
import { type Purchase, receiverId } from '../purchase.ts';

/** The other side of a purchase, as who owns its inbox. */
function otherSide(purchase: Purchase, side: ReturnType<typeof purchaseSide>) {
  if (side === 'RECEIVING') return { id: purchase.orderingUnitId, owner: unitOwner(purchase.orderingUnitId) };
  const { unitId, providerId = '' } = purchase.receiver;
  return { id: receiverId(purchase), owner: unitId === undefined ? providerOwner(providerId) : unitOwner(unitId) };
}

/**
 * What has become of a consent is told inside the system alone (N46): to the performers that it names, and by a performer
 * to who ordered. Each is told once, with the purchase that is theirs and nothing of whom it is about.
 */
export function tellOfConsent(
  variant: 'recorded' | 'withdrawn' | 'forwarded',
  recipients: readonly string[],
  purchases: readonly LoadedPurchase[],
  deps: Deps,
): readonly Change[] {
  const told = new Map<string, readonly Change[]>();
  for (const { stored, settings, actor } of purchases) {
    const side = purchaseSide(stored.entity, actor);
    const { id, owner } = otherSide(stored.entity, side);
    if (side === 'ORDERING' && !recipients.includes(id)) continue;
    const fields = { to: 'purchases', id: stored.entity.id, variant } as const;
    told.set(id, outbox(deps, settings, actor.at).inside(owner, 'N46', fields));
  }
  return [...told.values()].flat();
}
