import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor, actorsOf } from '../../../../infra/local/scripted-month/actors.ts';
import { dateOf, localIso, plusDays, plusHours } from '../../../../shared/domain/local-time.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { unitStore } from '../../../../shared/stores/unit-store.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = {
  readonly officer: Actor;
  /** Of the private performer P1. */
  readonly manager: Actor;
  readonly people: ReturnType<typeof actorsOf>;
  readonly tick: () => Promise<void>;
  readonly now: () => string;
  readonly deps: Deps;
};

const WithId = z.looseObject({ id: z.string() });
const Upload = z.looseObject({ documentId: z.string() });
const Sealed = z.looseObject({ record: z.looseObject({ recordId: z.string() }) });
const caseNo = 'A-8500';

/** Hours that units, and a provider, are asked for: answered, approved, registered, made ready and agreed on, in both ways. */
export async function busyAgreements(ask: Ask, { officer, manager, people, tick, now, deps }: Cast): Promise<void> {
  const person = (userId: string, role: Role): Actor => ({ userId, role });
  const [pam, paa, hcm, crd, emp] = [
    person('AVT1', 'ordering-manager'),
    person('AVT2', 'ordering-administrator'),
    person('AVT3', 'receiving-manager'),
    person('AVT4', 'receiving-coordinator'),
    person('AVT5', 'employee'),
  ];
  const [ham, dev, umc] = [
    person('AVT6', 'ordering-manager'),
    person('AVT7', 'development-leader'),
    person('AVT8', 'registrar-own'),
  ];
  const [bam, baa] = [person('AVT9', 'ordering-manager'), person('AVT10', 'ordering-administrator')];
  const unit = (id: string, pack: string) => ({
    ...{ id, name: `Enhet ${id}`, board: `Nämnden ${id}`, area: 'Norr', costCentre: '4711', pack },
  });
  const at = { email: 'avtal@kommun.example' };
  const units = [
    unit('HE1', 'helsingborg'),
    unit('HE2', 'helsingborg'),
    unit('HA1', 'halmstad'),
    unit('BO1', 'botkyrka'),
  ];
  await deps.table.commit([
    ...units.map((one) => unitStore(deps.table).save(one, undefined)),
    ...[
      { ...pam, unitId: 'HE1', ...at },
      { ...paa, unitId: 'HE1', ...at },
      { ...hcm, unitId: 'HE2', ...at },
      { ...crd, unitId: 'HE2', ...at },
      { ...emp, unitId: 'HE2', ...at },
      { ...ham, unitId: 'HA1', ...at },
      { ...dev, ...at },
      { ...umc, ...at },
      { ...bam, unitId: 'BO1', ...at },
      { ...baa, unitId: 'BO1', ...at },
    ].map((one) => membershipStore(deps.table).save(one, undefined)),
  ]);
  const customer = { name: 'Elsa Prov', personnummer: '191500882392' };
  await ask(officer, 'saveCustomer', { caseNo }, { customer, samePerson: true });

  const today = () => dateOf(now());
  const ago = (hours: number) => localIso(plusHours(now(), -hours));
  const request = (orderingUnitId: string, over: object = {}) => ({
    ...{ orderingUnitId, receivingUnitId: 'HE2', mode: 'PLANNED', caseNo, services: [{ code: 'OMV' }] },
    ...{
      extent: { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3] },
      from: plusDays(today(), 5),
      to: plusDays(today(), 60),
    },
    grounds: {
      ...{ code: 'OTHER', words: 'två behövs', ownStaffingExcludedAt: ago(5), kind: 'POINT', careOnly: true },
      noEmployableRelative: 'bor ensam',
    },
    ...over,
  });
  const asked = async (who: Actor, body: object) => ({
    purchaseId: WithId.parse(await ask(who, 'requestPurchase', {}, body)).id,
  });
  const sent = async (who: Actor) => {
    const { documentId } = Upload.parse(await ask(who, 'openUpload', {}, { contentType: 'application/pdf' }));
    await deps.documents.put('incoming', documentId, Buffer.from(`%PDF-1.7 ${documentId}`), 'application/pdf');
    return documentId;
  };
  const spoken = { at: ago(1), words: 'det går', outcome: 'FULL' };
  const signing = ['intendAgreement', 'signAgreement'] as const;

  // Agreed on in the system.
  const one = await asked(pam, request('HE1'));
  await ask(pam, 'listPurchases');
  await ask(dev, 'listPurchases');
  await ask(crd, 'listPurchases');
  await ask(pam, 'noteDialogue', one, spoken);
  await ask(hcm, 'decidePurchase', one, { accept: true });
  for (const kind of ['INFORMATION', 'RISK', 'INSTRUCTION'])
    await ask(pam, 'handOver', one, { documentIds: [await sent(pam)], kind });
  const risk = await sent(pam);
  await ask(pam, 'handOver', one, { documentIds: [risk], kind: 'RISK' });
  await ask(emp, 'openPurchaseDocument', { ...one, documentId: risk }, {});
  await ask(emp, 'markDocumentRead', { ...one, documentId: risk }, {});
  await ask(emp, 'readPurchaseCustomer', one, {});
  await ask(hcm, 'prepareReceiver', one, { planDocumentId: await sent(hcm), journalOpenedOn: today() });
  await ask(pam, 'draftAgreement', one, {});
  await people.sign(hcm, signing, { path: one, body: {} }, Sealed);
  const { record } = await people.sign(pam, signing, { path: one, body: {} }, Sealed);
  const proof = { ...one, recordId: record.recordId };
  await ask(hcm, 'getAgreementRecord', proof);
  await tick();
  await ask(hcm, 'getAgreementRecord', proof);
  await ask(hcm, 'getAgreementFile', one);
  await ask(pam, 'getPurchase', one);

  // On paper, with a private performer.
  const two = await asked(pam, request('HE1', { receivingUnitId: undefined, providerId: 'P1' }));
  await ask(manager, 'noteDialogue', two, spoken);
  await ask(manager, 'decidePurchase', two, { accept: true });
  await ask(manager, 'readPurchaseCustomer', two, {});
  const paper = {
    ...{ documentId: await sent(paa), page: 1 },
    signatures: [
      { name: 'Anna Exempel', role: 'ordering-manager', on: today() },
      { name: 'Bo Exempel', role: 'provider-manager', on: today() },
    ],
  };
  await ask(paa, 'scanAgreement', two, paper);
  await ask(manager, 'checkScan', two, paper);
  await ask(manager, 'getPurchase', two);
  await ask(manager, 'listPurchases');
  await tick();

  // By consent, and asked of another after a no.
  const three = await asked(bam, request('BO1'));
  await ask(baa, 'sendPurchase', three, { to: [hcm.userId, crd.userId] });
  const sharing = { recipients: ['HE2'], channels: ['SYSM'], at: ago(1) };
  const given = WithId.parse(await ask(bam, 'recordConsent', { caseNo }, { ...sharing, kind: 'TRANSFER' }));
  await ask(bam, 'recordConsent', { caseNo }, { ...sharing, kind: 'FORWARD' });
  await ask(bam, 'forwardInformation', { caseNo }, { ...sharing, kind: 'FORWARD', at: ago(0) });
  await ask(bam, 'listConsents', { caseNo });
  await ask(bam, 'withdrawConsent', { caseNo, consentId: given.id }, {});
  await ask(hcm, 'decidePurchase', three, { accept: false, reason: 'full bemanning saknas' });
  await ask(bam, 'resendPurchase', three, { receivingUnitId: 'HE1' });
  await ask(bam, 'withdrawPurchase', three, {});

  // Bound, approved and registered.
  const four = await asked(ham, request('HA1'));
  await ask(dev, 'informBinding', four, {});
  await ask(ham, 'acknowledgeBinding', four, {});
  await ask(dev, 'decidePurchase', four, { accept: true });
  await ask(umc, 'registerPurchase', four, { caseCode: 'MC-KOP', reference: 'R-17' });
}
