import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { PurchaseRole } from '../../../shared/packs/purchase-rules.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { notAmong, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { settled } from '../purchase-state.ts';

/** Who registers a purchase: one role for the municipality's own performers (M-09), another for private ones (M-10). */
export const registrarOf = (
  { receiver }: Pick<Purchase, 'receiver'>,
  { purchases }: BuyingPack,
): PurchaseRole | undefined => purchases.registration?.[receiver.kind].by;

type CannotRegister =
  | ('not-in-routine' | 'role-not-allowed' | 'registration-not-ordered' | 'already-registered')
  | ('case-code-missing' | 'reference-missing');

/** The case is registered with its own code (M-08) and the reference that it has there (M-11); the performer is then told (M-12). */
export function enterRegistration(
  purchase: Purchase,
  { caseCode, reference }: { readonly caseCode: string; readonly reference: string },
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotRegister> {
  const registrar = registrarOf(purchase, pack);
  if (!registrar) return refuse('invalid', 'not-in-routine');
  const refused = notAmong([registrar], actor);
  if (refused) return refused;
  const { registration } = purchase;
  if (!registration) return refuse('conflict', 'registration-not-ordered');
  if (registration.registered) return refuse('conflict', 'already-registered');
  if (purchase.state !== 'registration-ordered') return refuse('conflict', 'registration-not-ordered');
  const faults = [
    ...(caseCode.trim() === '' ? [{ at: 'body.caseCode', code: 'case-code-missing' }] : []),
    ...(reference.trim() === '' ? [{ at: 'body.reference', code: 'reference-missing' }] : []),
  ];
  if (faults.length > 0)
    return refuse('invalid', caseCode.trim() === '' ? 'case-code-missing' : 'reference-missing', faults);
  const registered = { at: actor.at, by: actor.userId, reference };
  const next: Purchase = { ...purchase, state: 'registered', caseCode, registration: { ...registration, registered } };
  return accept(settled(next, { ...facts, at: actor.at }, pack));
}
