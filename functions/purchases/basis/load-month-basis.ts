import { dateOf, firstDay, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import { type Owner, providerOwner, unitOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { type Settings, settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { buyingPackOn } from '../buying-pack-on.ts';
import { purchaseActor } from '../load-purchase.ts';
import { isOverseer, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { type PurchaseList, purchaseStore } from '../purchase-store.ts';
import type { PurchaseBasis } from './basis.ts';
import { basisStore } from './basis-store.ts';
import type { BoughtOf } from './month-lines.ts';

/** Who performs hours: a unit of the municipality's own, or a private provider. */
export type Performer = PurchaseBasis['receiver'];

/** The owner whose a performer's work is. */
export const performerOwner = ({ id, isUnit }: Pick<Performer, 'id' | 'isUnit'>): Owner =>
  isUnit ? unitOwner(id) : providerOwner(id);

/** Where a performer's purchases are listed. */
export const performersList = ({ id, isUnit }: Pick<Performer, 'id' | 'isUnit'>): PurchaseList =>
  isUnit ? { receivingUnitId: id } : { providerId: id };

/** For whom a caller hands in. */
export async function performerOf(
  { role, unitId, providerId }: Caller,
  { table }: Pick<Deps, 'table'>,
): Promise<Result<Performer, 'role-not-allowed'>> {
  if (isProvidersRole(role) && providerId !== undefined) {
    const provider = (await providerStore(table).find(providerId))?.entity;
    if (provider) return accept({ id: providerId, isUnit: false, kind: provider.kind });
  }
  if (unitId === undefined) return refuse('forbidden', 'role-not-allowed');
  return accept({ id: unitId, isUnit: true, kind: 'municipal' });
}

const aPage = 200;
/** Beyond this a performer has more purchases than a month's report can be of. */
const mostPages = 50;

/** All that a performer has been asked for, ever: what a report's rows may be of. */
export async function purchasesOf(list: PurchaseList, { table }: Pick<Deps, 'table'>): Promise<readonly Purchase[]> {
  const found: Purchase[] = [];
  let after: string | undefined;
  for (let n = 0; n < mostPages; n++) {
    const page = await purchaseStore(table).list(list, { limit: aPage, ...(after === undefined ? {} : { after }) });
    found.push(...page.items.map(({ entity }) => entity));
    after = page.next;
    if (after === undefined) return found;
  }
  throw new Error('a performer has more purchases than can be read');
}

/** Each purchase with the routine of its unit, in force in a month; those of a routine that is in force no more are left out. */
export const withPacks = (purchases: readonly Purchase[], month: Month, settings: Settings): readonly BoughtOf[] =>
  purchases.flatMap((purchase) => {
    const pack = buyingPackOn(purchase, firstDay(month), settings);
    return pack.ok ? [{ purchase, pack: pack.value }] : [];
  });

/** Those who have a role today, of a unit where it is one's: whom a basis is sent to. */
export async function rolesThere(
  roles: readonly ('ordering-administrator' | 'economist' | 'finance')[],
  orderingUnitId: string,
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<readonly string[]> {
  const memberships = membershipStore(table);
  const found = await Promise.all(
    roles.map(async (role) => {
      const isUnits = role === 'ordering-administrator';
      const some = await (isUnits ? memberships.ofUnit(role, orderingUnitId) : memberships.withRole(role));
      return some.some((one) => isInForceOn(one, dateOf(at)) && one.email) ? [role] : [];
    }),
  );
  return found.flat();
}

/** What every step of a basis rests on. */
export type LoadedBasis = {
  readonly stored: Stored<PurchaseBasis>;
  readonly pack: BuyingPack;
  readonly settings: Settings;
  readonly actor: PurchaseActor;
};

/** Whether a basis is there for somebody: who buys, who performs, or who follows all. */
export const maySeeBasis = (basis: PurchaseBasis, { role, unitId, providerId }: PurchaseActor): boolean =>
  isOverseer(role) ||
  (unitId !== undefined && unitId === basis.orderingUnitId) ||
  (basis.receiver.isUnit ? unitId === basis.receiver.id : providerId === basis.receiver.id);

type CannotLoad = 'basis-not-found' | 'stale-version' | 'not-set-up' | 'no-routine-in-force' | 'not-in-routine';

/** A basis as it stands, with the routine that it is settled by. */
export async function loadedBasis(
  stored: Stored<PurchaseBasis>,
  actor: PurchaseActor,
  { table }: Pick<Deps, 'table'>,
): Promise<Result<LoadedBasis, CannotLoad>> {
  const settings = (await settingsStore(table).find())?.entity;
  if (!settings) return refuse('conflict', 'not-set-up');
  const pack = buyingPackOn(stored.entity, firstDay(stored.entity.month), settings);
  return pack.ok ? accept({ stored, pack: pack.value, settings, actor }) : pack;
}

type Asked = { readonly caller: Caller; readonly at: Instant; readonly ifMatch?: number | undefined };
type Path = { readonly month: Month; readonly basisId: string };

/** A basis that the caller has a part in; any other answers like one that does not exist. */
export async function loadBasis(
  { month, basisId }: Path,
  { caller, at, ifMatch }: Asked,
  deps: Pick<Deps, 'table'>,
): Promise<Result<LoadedBasis, CannotLoad>> {
  const actor = purchaseActor(caller, at);
  const stored = await basisStore(deps.table).find(basisId);
  const isThere = stored && stored.entity.month === month && maySeeBasis(stored.entity, actor);
  if (!isThere) return refuse('missing', 'basis-not-found');
  if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
  return loadedBasis(stored, actor, deps);
}

/** What the two parties of a basis are called, and where their cost is. */
export async function partiesOfBasis({ orderingUnitId, receiver }: PurchaseBasis, { table }: Pick<Deps, 'table'>) {
  const [ordering, unit, provider] = await Promise.all([
    unitStore(table).find(orderingUnitId),
    receiver.isUnit ? unitStore(table).find(receiver.id) : undefined,
    receiver.isUnit ? undefined : providerStore(table).find(receiver.id),
  ]);
  return { ordering: ordering?.entity, receiving: unit?.entity, provider: provider?.entity };
}
