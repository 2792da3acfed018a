import * as z from 'zod';
import type { EntryKey } from '../../functions/registry.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { unitStore } from '../../shared/stores/unit-store.ts';
import type { Machine } from './machine.ts';
import type { Actor, Actors } from './scripted-month/actors.ts';

/** Units of the municipality's own, three of which buy hours of the others, each by a routine of its own. */
const units = [
  ['E1', 'Personlig assistans Norr', 'Omsorgsnämnden', 'Norr', '4110', 'helsingborg'],
  ['E2', 'Hemtjänst Söder', 'Äldrenämnden', 'Söder', '5220', 'helsingborg'],
  ['E3', 'Personlig assistans Öster', 'Omsorgsnämnden', 'Öster', '4120', 'botkyrka'],
  ['E4', 'Hemtjänst Öster', 'Äldrenämnden', 'Öster', '5230', 'botkyrka'],
  ['E5', 'Stödboendet Granen', 'Socialnämnden', 'Norr', '4310', 'halmstad'],
] as const;

/** Who buys, who performs and who follows it; every name is invented. */
const staff = [
  ['EB1', 'ordering-manager', 'Chef Norrby', 'E1'],
  ['EM1', 'receiving-manager', 'Chef Söderberg', 'E2'],
  ['EM2', 'receiving-coordinator', 'Samordnare Söder', 'E2'],
  ['EM3', 'employee', 'Medarbetare Söder', 'E2'],
  ['EB3', 'ordering-manager', 'Chef Österman', 'E3'],
  ['EB4', 'ordering-administrator', 'Administratör Öster', 'E3'],
  ['EM4', 'receiving-manager', 'Chef Östlund', 'E4'],
  ['EM5', 'receiving-coordinator', 'Samordnare Öster', 'E4'],
  ['EM6', 'contact-person', 'Kontaktperson Öster', 'E4'],
  ['EB5', 'ordering-officer', 'Handläggare Granen', 'E5'],
  ['EU1', 'development-leader', 'Utvecklingsledare Prov', undefined],
  ['ER1', 'registrar-own', 'Registrerare Prov', undefined],
  ['ER2', 'registrar-lov', 'Samordnare LOV', undefined],
  ['EK1', 'economist', 'Ekonom Prov', undefined],
  ['EF1', 'finance', 'Ekonomiavdelningen Prov', undefined],
  ['EO1', 'area-head', 'Områdeschef Prov', undefined],
] as const satisfies readonly (readonly [string, Role, string, string | undefined])[];

/** Whom the bought help is for: invented, as everybody here is. */
const customers = [
  ['A-3001', 'Rut Provberg'],
  ['A-3002', 'Sven Exempelsson'],
  ['A-3003', 'Alva Provdotter'],
  ['A-3004', 'Nils Exempelgren'],
] as const;

const Made = z.looseObject({ id: z.string() });
const Upload = z.looseObject({ documentId: z.string() });
const anything = z.unknown();

const as = (userId: (typeof staff)[number][0]): Actor => {
  const role = staff.find(([id]) => id === userId)?.[1];
  if (!role) throw new Error(`nobody is called ${userId}`);
  return { userId, role };
};

/** The units, their people, and the cases that help is bought for. */
export async function addUnits({ deps: { table } }: Machine, people: Actors): Promise<void> {
  await table.commit([
    ...units.map(([id, name, board, area, costCentre, pack]) =>
      unitStore(table).save({ id, name, board, area, costCentre, pack }, undefined),
    ),
    ...staff.map(([userId, role, name, unitId]) =>
      membershipStore(table).save(
        { userId, role, name, email: `${userId.toLowerCase()}@kommun.example`, ...(unitId ? { unitId } : {}) },
        undefined,
      ),
    ),
    ...customers.map(([caseNo]) => caseStore(table).save({ caseNo, officerId: 'O1' }, undefined)),
  ]);
  for (const [caseNo, name] of customers)
    await people.ask(
      { userId: 'O1', role: 'officer' },
      'saveCustomer',
      { path: { caseNo }, body: { customer: { name } } },
      anything,
    );
}

/** What somebody does in a purchase, and files that they send in for it. */
function acts(machine: Machine, people: Actors, plan: Uint8Array) {
  const act = (who: Parameters<typeof as>[0], key: EntryKey, purchaseId: string, body: object = {}) =>
    people.ask(as(who), key, { path: { purchaseId }, body }, anything);
  const upload = async (who: Parameters<typeof as>[0]) => {
    const { documentId } = await people.ask(
      as(who),
      'openUpload',
      { body: { contentType: 'application/pdf' } },
      Upload,
    );
    await machine.deps.documents.put('incoming', documentId, plan, 'application/pdf');
    return documentId;
  };
  return {
    act,
    upload,
    /** Documents of some kinds, one of each. */
    async handOver(who: Parameters<typeof as>[0], purchaseId: string, ...kinds: readonly string[]) {
      for (const kind of kinds) await act(who, 'handOver', purchaseId, { documentIds: [await upload(who)], kind });
    },
    ask: (who: Parameters<typeof as>[0], body: object) => people.ask(as(who), 'requestPurchase', { body }, Made),
  };
}

const services = [{ code: 'OMV' }];

/** Between assistance and home care in the east, since the first of October: the month waits to be reported (B-26). */
async function buyInTheEast(machine: Machine, people: Actors, plan: Uint8Array): Promise<void> {
  const { act, ask, handOver, upload } = acts(machine, people, plan);
  const { id } = await ask('EB3', {
    ...{ orderingUnitId: 'E3', receivingUnitId: 'E4', mode: 'PLANNED', caseNo: 'A-3001', services },
    ...{ extent: { minutes: 1680, per: 'MONTH' }, from: '2026-10-01' },
    grounds: {
      ...{ code: 'OTHER', words: 'Två behövs vid förflyttning på morgonen.', kind: 'POINT', careOnly: true },
      ...{ ownStaffingExcludedAt: '2026-09-29T10:00:00+02:00', noEmployableRelative: 'Bor ensam.' },
    },
  });
  await act('EB4', 'sendPurchase', id, { to: ['EM4', 'EM5'] });
  await act('EM4', 'decidePurchase', id, { accept: true });
  const at = '2026-10-01T07:00:00+02:00';
  const consent = { kind: 'TRANSFER', recipients: ['E4'], channels: ['ORAL', 'SYSM'], at };
  await people.ask(as('EB3'), 'recordConsent', { path: { caseNo: 'A-3001' }, body: consent }, anything);
  await act('EB3', 'prepareReceiver', id, { userInformedAt: at });
  await handOver('EB3', id, 'DESCRIPTION');
  await act('EM4', 'prepareReceiver', id, { contactPerson: 'EM6', journalOpenedOn: '2026-10-01' });
  await act('EM6', 'prepareReceiver', id, { planDocumentId: await upload('EM6') });
  await machine.moveTo(instantAt('2026-10-01', '07:45'));
  await act('EM5', 'startPurchase', id, { at: '2026-10-01T07:30:00+02:00' });
}

/** A housing unit that buys of home care since the first of October, approved and registered; `then` gives notice. */
async function buyForHousing(machine: Machine, people: Actors, plan: Uint8Array) {
  const { act, ask } = acts(machine, people, plan);
  const { id } = await ask('EB5', {
    ...{ orderingUnitId: 'E5', receivingUnitId: 'E2', mode: 'PLANNED', caseNo: 'A-3002', services },
    ...{ extent: { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] }, from: '2026-10-01', to: '2026-12-31' },
    grounds: { code: 'OWN_UNABLE', ownStaffingExcludedAt: '2026-09-28T14:00:00+02:00' },
  });
  await act('EU1', 'informBinding', id);
  await act('EB5', 'acknowledgeBinding', id);
  await act('EU1', 'decidePurchase', id, { accept: true });
  await act('ER1', 'registerPurchase', id, { caseCode: 'MC-KOP', reference: '2026-0417' });
  await act('EM1', 'prepareReceiver', id, { caseWorkerContactedAt: '2026-10-01T07:10:00+02:00' });
  await act('EM2', 'startPurchase', id, { at: '2026-10-01T07:40:00+02:00' });
  return () =>
    act('EB5', 'giveNotice', id, { effective: '2026-11-23', reason: 'Hon flyttar till en egen lägenhet tidigare.' });
}

const papers = ['INFORMATION', 'RISK', 'INSTRUCTION'] as const;

/** Acute help since Friday 23 October: on Monday 2 November it is in its eleventh day (H-28). */
async function helpAtOnce(machine: Machine, people: Actors, plan: Uint8Array): Promise<void> {
  const { act, ask, handOver } = acts(machine, people, plan);
  await machine.moveTo(instantAt('2026-10-23', '06:50'));
  const { id } = await ask('EB1', {
    ...{ orderingUnitId: 'E1', receivingUnitId: 'E2', mode: 'ACUTE', caseNo: 'A-3003', services },
    ...{ extent: { minutes: 420, per: 'WEEK' }, from: '2026-10-23', arisenAt: '2026-10-23T06:10:00+02:00' },
    grounds: { code: 'NO_DELEGATED', ownStaffingExcludedAt: '2026-10-23T06:35:00+02:00', kind: 'POINT' },
  });
  const words = 'Per telefon: morgonens besök, en vecka i taget.';
  await act('EB1', 'noteDialogue', id, { at: '2026-10-23T06:45:00+02:00', words, outcome: 'FULL' });
  await handOver('EB1', id, ...papers);
  await machine.moveTo(instantAt('2026-10-23', '08:20'));
  await act('EM2', 'startPurchase', id, { at: '2026-10-23T08:00:00+02:00' });
}

/** Planned help from Monday 9 November, whose agreement waits for its second signature (H-17). */
async function halfAgreed(machine: Machine, people: Actors, plan: Uint8Array): Promise<void> {
  const { act, ask, handOver } = acts(machine, people, plan);
  await machine.moveTo(instantAt('2026-10-26', '09:00'));
  const { id } = await ask('EB1', {
    ...{ orderingUnitId: 'E1', receivingUnitId: 'E2', mode: 'PLANNED', caseNo: 'A-3004', services },
    ...{ extent: { minutes: 1200, per: 'MONTH' }, from: '2026-11-09', to: '2027-01-31' },
    grounds: { code: 'DOUBLE_STAFFING', ownStaffingExcludedAt: '2026-10-23T15:00:00+02:00', kind: 'POINT' },
  });
  const words = 'Två gånger i veckan, till dess att en assistent är anställd.';
  await act('EM1', 'noteDialogue', id, { at: '2026-10-26T08:40:00+01:00', words, outcome: 'FULL' });
  await act('EM1', 'decidePurchase', id, { accept: true });
  await handOver('EB1', id, ...papers);
  await act('EB1', 'draftAgreement', id);
  const path = { purchaseId: id };
  await people.sign(as('EM1'), ['intendAgreement', 'signAgreement'], { path, body: {} }, anything);
}

/**
 * Purchases of the demo municipality. Before the orders of October: two that begin on the first. `autumn`, when the
 * orders are placed: acute help, a half-signed agreement, and notice a week short.
 */
export async function buyHours(machine: Machine, people: Actors, plan: Uint8Array) {
  await machine.moveTo(instantAt('2026-10-01', '07:15'));
  await buyInTheEast(machine, people, plan);
  const giveNotice = await buyForHousing(machine, people, plan);
  return async function autumn(): Promise<void> {
    await helpAtOnce(machine, people, plan);
    await halfAgreed(machine, people, plan);
    await machine.moveTo(instantAt('2026-10-30', '10:00'));
    await giveNotice();
  };
}
