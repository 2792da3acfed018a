import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { PurchaseActor } from '../party.ts';
import { costOf, type KeyedInvoice, minutesOf, type PurchaseBasis } from './basis.ts';
import type { HourPrice } from './price.ts';

/** Whether the performer is outside the municipality, so that its leg goes out by invoice (A78). */
export const isOutside = ({ receiver }: Pick<PurchaseBasis, 'receiver'>): boolean => receiver.kind === 'private';

type Rules = Pick<BuyingPack, 'purchases'>;

/** Who accepts a basis or returns it, and sends its invoice: the orderer's administrator, or finance alone (B-29, M-17). */
const settlerOf = ({ purchases }: Rules): Role =>
  purchases.basis.to.includes('ordering-administrator') ? 'ordering-administrator' : 'finance';

/** Who puts the cost in its places: the economist (B-30), or finance where the basis goes there alone. */
const allocators = ({ purchases }: Rules): readonly Role[] =>
  purchases.basis.to.includes('economist') ? ['economist'] : ['economist', 'finance'];

/** Whose list the cost is in until it is allocated (D39). */
export const allocationOwner = ({ purchases }: Rules): 'economist' | 'finance' =>
  purchases.basis.to.includes('economist') ? 'economist' : 'finance';

type NotYours = 'role-not-allowed' | 'not-your-side';

/** Why somebody may not settle a basis; undefined where they may. */
function notSettler(basis: PurchaseBasis, actor: PurchaseActor, pack: Rules): Refusal<NotYours> | undefined {
  if (actor.role !== settlerOf(pack)) return refuse('forbidden', 'role-not-allowed');
  const isOfUnit = actor.role !== 'ordering-administrator' || actor.unitId === basis.orderingUnitId;
  return isOfUnit ? undefined : refuse('forbidden', 'not-your-side');
}

type CannotSettle = NotYours | 'basis-returned' | 'basis-accepted' | 'same-person';

/** Why a basis does not wait for an answer of this person's; undefined when it does. */
function notAnswerable(basis: PurchaseBasis, actor: PurchaseActor, pack: Rules): Refusal<CannotSettle> | undefined {
  const refused = notSettler(basis, actor, pack);
  if (refused) return refused;
  if (basis.state === 'returned') return refuse('conflict', 'basis-returned');
  if (basis.state !== 'handed-in') return refuse('conflict', 'basis-accepted');
  return basis.handedIn.by === actor.userId ? refuse('conflict', 'same-person') : undefined;
}

/**
 * A basis is accepted, and each line's price is fixed with what says so: by whom the routine names, once (B-29, M-17). What
 * was returned is handed in again first.
 */
export function acceptedBasis(
  basis: PurchaseBasis,
  actor: PurchaseActor,
  pack: Rules,
  priceOf: (purchaseId: string) => Result<HourPrice, 'no-rate'>,
): Result<PurchaseBasis, CannotSettle | 'no-rate'> {
  const refused = notAnswerable(basis, actor, pack);
  if (refused) return refused;
  const lines: PurchaseBasis['lines'] = [];
  for (const line of basis.lines) {
    const price = line.price ? accept(line.price) : priceOf(line.purchaseId);
    if (!price.ok) return price;
    lines.push({ ...line, price: price.value });
  }
  const { at, userId: by } = actor;
  return accept({ ...basis, state: 'accepted', accepted: { at, by }, lines });
}

/** A basis goes back to the performer, with a reason that tells what is to be mended. */
export function returnedBasis(
  basis: PurchaseBasis,
  reason: string,
  actor: PurchaseActor,
  pack: Rules,
): Result<PurchaseBasis, CannotSettle> {
  const refused = notAnswerable(basis, actor, pack);
  if (refused) return refused;
  const { at, userId: by } = actor;
  return accept({ ...basis, state: 'returned', returned: { at, by, reason } });
}

type CannotInvoice =
  | NotYours
  | ('basis-not-accepted' | 'basis-invoiced' | 'not-in-routine')
  | ('invoice-missing' | 'invoice-not-asked' | 'invoice-differs' | 'date-ahead');

/** Öre as people write kronor: 10386.67 is 10386,67. */
const kronor = (ore: number): string => (ore / 100).toFixed(2).replace('.', ',');

/**
 * The internal invoice goes to finance, only from an accepted basis (B-29). A private performer's own invoice is keyed in
 * its place and must be of what the basis costs, to the öre (M-05): of a corrected one, of the difference.
 */
export function invoicedBasis(
  basis: PurchaseBasis,
  keyed: KeyedInvoice | undefined,
  actor: PurchaseActor,
  pack: Rules,
): Result<PurchaseBasis, CannotInvoice> {
  const refused = notSettler(basis, actor, pack);
  if (refused) return refused;
  const amountOre = costOf(basis);
  if (basis.state === 'invoiced' || basis.state === 'allocated') return refuse('conflict', 'basis-invoiced');
  if (basis.state !== 'accepted' || amountOre === undefined) return refuse('conflict', 'basis-not-accepted');
  const isPrivate = isOutside(basis);
  if (isPrivate && !keyed) return refuse('invalid', 'invoice-missing', [{ at: 'body.number', code: 'missing-field' }]);
  if (!isPrivate && keyed)
    return refuse('invalid', 'invoice-not-asked', [{ at: 'body.number', code: 'invoice-not-asked' }]);
  if (!isPrivate && !pack.purchases.basis.invoice) return refuse('invalid', 'not-in-routine');
  const { at, userId: by } = actor;
  if (keyed && keyed.date > dateOf(at))
    return refuse('invalid', 'date-ahead', [{ at: 'body.date', code: 'date-ahead' }]);
  const owed = amountOre - basis.invoicedOre;
  if (keyed && keyed.amountOre !== owed) {
    const message = `Fakturan är på ${kronor(keyed.amountOre)} kr och underlaget på ${kronor(owed)} kr; skillnaden är ${kronor(keyed.amountOre - owed)} kr.`;
    return refuse('invalid', 'invoice-differs', [{ at: 'body.amountOre', code: 'invoice-differs', message }]);
  }
  const invoiced = { at, by, amountOre: owed, minutes: minutesOf(basis), ...(keyed ? { keyed } : {}) };
  return accept({ ...basis, state: 'invoiced', invoiced, ...(keyed ? { invoicedOre: amountOre } : {}) });
}

/** Whether a basis waits for its cost to be put in its places, by this person. */
export function notAllocatable(
  basis: PurchaseBasis,
  actor: PurchaseActor,
  pack: Rules,
): Refusal<'role-not-allowed' | 'basis-not-accepted' | 'basis-not-invoiced' | 'basis-allocated'> | undefined {
  if (!allocators(pack).includes(actor.role)) return refuse('forbidden', 'role-not-allowed');
  if (basis.state === 'allocated') return refuse('conflict', 'basis-allocated');
  if (basis.state !== 'accepted' && basis.state !== 'invoiced') return refuse('conflict', 'basis-not-accepted');
  const isAsked = pack.purchases.basis.invoice !== undefined || isOutside(basis);
  return isAsked && basis.state !== 'invoiced' ? refuse('conflict', 'basis-not-invoiced') : undefined;
}

/** Whether a basis as it stands waits for the economist, so that its time begins to run (D39, B-30). */
export const waitsForAllocation = (basis: PurchaseBasis, { purchases }: Rules): boolean =>
  basis.state === 'invoiced' ||
  (basis.state === 'accepted' && purchases.basis.invoice === undefined && !isOutside(basis));

/** What the steps are called that somebody may take with a basis now. */
export function nextOfBasis(basis: PurchaseBasis, actor: PurchaseActor, pack: Rules): string[] {
  const isSettler = notSettler(basis, actor, pack) === undefined;
  const hasInvoice = pack.purchases.basis.invoice !== undefined || isOutside(basis);
  return [
    ...(notAnswerable(basis, actor, pack) === undefined ? ['acceptBasis', 'returnBasis'] : []),
    ...(isSettler && basis.state === 'accepted' && hasInvoice ? ['sendInternalInvoice'] : []),
    ...(notAllocatable(basis, actor, pack) === undefined ? ['allocateCost'] : []),
  ];
}
