import type { Deadline } from '../../shared/domain/deadline.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import type { OwnUnit } from '../../shared/domain/own-unit.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { type Provider, providerStore } from '../../shared/stores/provider-store.ts';
import { type Settings, settingsStore } from '../../shared/stores/settings-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { unitStore } from '../../shared/stores/unit-store.ts';
import { casesOfPerson, knownOf } from '../people/door.ts';
import { firstVisitOn } from './acute/acute-days.ts';
import type { EarlierAcute } from './acute/recurrence.ts';
import type { BuyingPack } from './buying-pack.ts';
import { buyingPackOn } from './buying-pack-on.ts';
import type { Facts } from './conditions/conditions.ts';
import type { Boards } from './disclosure.ts';
import { maySeePurchase, type PurchaseActor } from './party.ts';
import { consentStore } from './preparing/consent-store.ts';
import type { Purchase } from './purchase.ts';
import { purchaseStore } from './purchase-store.ts';
import { peopleAt } from './requesting/load-people.ts';

/** Who buys and who performs, as they are now. */
export type PurchaseParties = {
  readonly ordering: OwnUnit | undefined;
  readonly receiving: OwnUnit | undefined;
  readonly provider: Provider | undefined;
};

/** What every step of a purchase rests on. */
export type LoadedPurchase = {
  readonly stored: Stored<Purchase>;
  readonly pack: BuyingPack;
  readonly settings: Settings;
  readonly facts: Facts;
  readonly actor: PurchaseActor;
  readonly parties: PurchaseParties;
  readonly deadlines: readonly Stored<Deadline>[];
};

/** Under which boards the two sides are. */
export const boardsOf = ({ parties }: Pick<LoadedPurchase, 'parties'>): Boards => ({
  ordering: parties.ordering?.board,
  receiving: parties.receiving?.board,
});

/** Who acts in purchases: as what, and for which unit or provider. */
export const purchaseActor = ({ userId, role, unitId, providerId }: Caller, at: Instant): PurchaseActor => ({
  ...{ userId, role, unitId, providerId, at },
});

/** Other acute help that the same person has had, in whatever case (H-22, A73). */
async function earlierAcuteOf(
  { id }: Pick<Purchase, 'id'>,
  cases: readonly string[],
  deps: Pick<Deps, 'table'>,
): Promise<readonly EarlierAcute[]> {
  const found = await Promise.all(cases.map((one) => purchaseStore(deps.table).ofCase(one)));
  return found.flat().flatMap(({ entity }) => {
    const firstVisit = firstVisitOn(entity);
    const wasAcute = entity.mode === 'ACUTE' || entity.convertedAt !== undefined;
    return entity.id !== id && wasAcute && firstVisit !== undefined ? [{ firstVisit }] : [];
  });
}

/** Both parties of a purchase by their ids. */
export async function partiesIn(
  { orderingUnitId, receiver }: Pick<Purchase, 'orderingUnitId' | 'receiver'>,
  { table }: Pick<Deps, 'table'>,
): Promise<PurchaseParties> {
  const [ordering, receiving, provider] = await Promise.all([
    unitStore(table).find(orderingUnitId),
    receiver.unitId === undefined ? undefined : unitStore(table).find(receiver.unitId),
    receiver.providerId === undefined ? undefined : providerStore(table).find(receiver.providerId),
  ]);
  return { ordering: ordering?.entity, receiving: receiving?.entity, provider: provider?.entity };
}

type Asked = { readonly caller: Caller; readonly at: Instant; readonly ifMatch?: number | undefined };
type CannotLoad = ('purchase-not-found' | 'stale-version') | ('not-set-up' | 'no-routine-in-force' | 'not-in-routine');

/** What a purchase rests on at a moment, whoever asks. */
export async function purchaseAt(
  stored: Stored<Purchase>,
  actor: PurchaseActor,
  deps: Pick<Deps, 'table'>,
): Promise<Result<LoadedPurchase, CannotLoad>> {
  const { table } = deps;
  const { entity } = stored;
  const settings = (await settingsStore(table).find())?.entity;
  if (!settings) return refuse('conflict', 'not-set-up');
  const pack = buyingPackOn(entity, dateOf(actor.at), settings);
  if (!pack.ok) return pack;
  const cases = await casesOfPerson(entity.caseNo, deps);
  const [known, consents, earlierAcute, parties, deadlines, people, ofCase] = await Promise.all([
    knownOf(cases, deps),
    consentStore(table).ofCase(entity.caseNo),
    earlierAcuteOf(entity, cases, deps),
    partiesIn(entity, deps),
    deadlineStore(table).ofPurchase(entity.id),
    peopleAt(entity.receiver, dateOf(actor.at), deps),
    purchaseStore(table).ofCase(entity.caseNo),
  ]);
  const names = [parties.receiving?.name, parties.provider?.name].filter((name) => name !== undefined);
  const receiverNames = [...names, ...people.map(({ userId }) => userId)];
  const beside = ofCase.map((one) => one.entity).filter(({ id }) => id !== entity.id);
  const facts = { at: actor.at, consents, earlierAcute, receiverNames, beside, ...known };
  return accept({ stored, pack: pack.value, settings, facts, actor, parties, deadlines });
}

/** A purchase that the caller has a part in; any other answers like one that does not exist. */
export async function loadPurchase(
  purchaseId: string,
  { caller, at, ifMatch }: Asked,
  deps: Pick<Deps, 'table'>,
): Promise<Result<LoadedPurchase, CannotLoad>> {
  const actor = purchaseActor(caller, at);
  const stored = await purchaseStore(deps.table).find(purchaseId);
  if (!stored || !maySeePurchase(stored.entity, actor)) return refuse('missing', 'purchase-not-found');
  if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
  return purchaseAt(stored, actor, deps);
}
