import { type BuyingPack, buying } from '../../functions/purchases/buying-pack.ts';
import type { Facts } from '../../functions/purchases/conditions/conditions.ts';
import type { PurchaseActor } from '../../functions/purchases/party.ts';
import type { Consent } from '../../functions/purchases/preparing/consent.ts';
import type { Purchase } from '../../functions/purchases/purchase.ts';
import { type PurchaseView, purchaseView } from '../../functions/purchases/purchase-view.ts';
import type { WantedHelp } from '../../functions/purchases/requesting/request.ts';
import type { PurchaseRole } from '../../shared/packs/purchase-rules.ts';
import { accepted, aPack } from './a-pack.ts';
import { at } from './builders.ts';

/** A pack that buys, with the settings that the test is about. */
export const aBuyer = (name: string, ...settings: string[]): BuyingPack => accepted(buying(aPack(name, ...settings)));

/** Nothing is known beside the purchase. */
export const noFacts = { consents: [], earlierAcute: [] };

const units: Readonly<Record<string, Pick<PurchaseActor, 'userId' | 'unitId' | 'providerId'>>> = {
  'ordering-manager': { userId: 'pam', unitId: 'E1' },
  'ordering-administrator': { userId: 'paa', unitId: 'E1' },
  'ordering-officer': { userId: 'odp', unitId: 'E1' },
  'receiving-manager': { userId: 'hcm', unitId: 'E2' },
  'receiving-coordinator': { userId: 'crd', unitId: 'E2' },
  'provider-manager': { userId: 'pmg', providerId: 'P1' },
  'development-leader': { userId: 'dev', unitId: 'E3' },
  'registrar-own': { userId: 'umc', unitId: 'E3' },
  'registrar-lov': { userId: 'lov', unitId: 'E3' },
};

/** Somebody in a role, at a local time: of the ordering unit E1, the receiving E2 or the provider P1. */
export const who = (role: PurchaseRole, when: string, over: Partial<PurchaseActor> = {}): PurchaseActor => ({
  userId: role,
  ...units[role],
  role,
  at: at(when),
  ...over,
});

/** Point visits from Monday 7 September 2026, asked for on 1 September after own staffing had been excluded the day before. */
export const aWish = (over: Partial<WantedHelp> = {}): WantedHelp => ({
  mode: 'PLANNED',
  orderingUnitId: 'E1',
  receiver: { unitId: 'E2', kind: 'municipal' },
  caseNo: 'A-1',
  services: [{ code: 'OMV' }],
  extent: { minutes: 1680, per: 'MONTH' },
  from: '2026-09-07',
  to: '2026-12-31',
  grounds: {
    code: 'OTHER',
    words: 'två behövs på morgonen',
    ownStaffingExcludedAt: at('2026-08-31 10:00'),
    noEmployableRelative: 'bor ensam',
    kind: 'POINT',
    careOnly: true,
  },
  ...over,
});

/** That request, as it stands in a pack; name only what the test is about. */
export const aPurchase = (over: Partial<Purchase> = {}): Purchase => ({
  ...aWish(),
  id: 'kop-1',
  pack: 'helsingborg',
  state: 'requested',
  costBearer: 'ORDERING',
  legalBasis: 'LSS',
  requested: { at: at('2026-09-01 09:00'), by: 'pam' },
  ...{ dialogue: [], declinedBy: [], consentIds: [], handovers: [], preparation: {}, agreements: [] },
  ...{ followUp: [], changes: [], notices: [], remarks: [] },
  ...over,
});

/** Acute help that began with a visit on Monday 1 June 2026 at 08:00 (E43). */
export const anAcuteHelp = (over: Partial<Purchase> = {}): Purchase =>
  aPurchase({
    mode: 'ACUTE',
    state: 'running',
    from: '2026-06-01',
    to: null,
    arisenAt: at('2026-06-01 06:30'),
    requested: { at: at('2026-06-01 07:00'), by: 'pam' },
    begun: { at: at('2026-06-01 09:00'), by: 'hcm', visitAt: at('2026-06-01 08:00') },
    ...over,
  });

/** Planned help under way since 7 September, accepted on the second. */
export const aRunning = (over: Partial<Purchase> = {}): Purchase =>
  aPurchase({
    state: 'active',
    decision: { at: at('2026-09-02 09:00'), by: 'hcm', accept: true },
    begun: { at: at('2026-09-07 09:00'), by: 'hcm', visitAt: at('2026-09-07 08:00') },
    ...over,
  });

/** A user's consent of 1 September that information goes to unit E2, by word or in the system. */
export const aConsent = (over: Partial<Consent> = {}): Consent => ({
  id: 'samtycke-1',
  caseNo: 'A-1',
  kind: 'TRANSFER',
  recipients: ['E2'],
  channels: ['ORAL', 'SYSM'],
  given: { at: at('2026-09-01 12:00'), by: 'pam' },
  ...over,
});

/** The sum of a frozen document, of one sign. */
export const sumOf = (sign: string): string => sign.repeat(64);

/** A purchase as its orderer's manager sees it, both units being of one board. */
export const shownOf = (purchase: Purchase, facts: Facts, pack: BuyingPack): PurchaseView =>
  purchaseView(purchase, {
    ...{
      version: 1,
      facts,
      pack,
      deadlines: [],
      actor: { userId: 'pam', role: 'ordering-manager', unitId: 'E1', at: facts.at },
    },
    names: { ordering: 'Assistans Norr', receiver: 'Hemvården Norr' },
    boards: { ordering: 'Socialnämnden', receiving: 'Socialnämnden' },
  });
