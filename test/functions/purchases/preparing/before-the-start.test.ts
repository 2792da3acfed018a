import { beforeEach, describe, expect, it } from 'vitest';
import { unitOwner } from '../../../../shared/domain/owner.ts';
import { threadStore } from '../../../../shared/stores/thread-store.ts';
import { anUpload, handedOver } from '../../../support/a-handed-over.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld } from '../../../support/a-purchase-world.ts';
import { head, officer, type Person } from '../../../support/a-world.ts';

let world: PurchaseWorld;
const { pam, paa, odp, hcm, crd, sup, emp, hcm3, eco, dev } = buyers;
const now = '2026-09-01T08:30:00+02:00';
const transfer = { kind: 'TRANSFER', recipients: ['E2'], channels: ['ORAL', 'SYSM'], at: now };
const journal = { kind: 'JOURNAL_ACCESS', recipients: ['pam'], channels: ['SYSM'], at: now, journalRef: 'SJ 12' };

const consent = (who: Person, body: unknown = transfer) =>
  world.call('recordConsent', who, { path: { caseNo: 'A-1' }, body });
const missing = async (id: string) =>
  (await world.read(pam, id)).missing.map(({ rule }: { rule: string }) => rule) as string[];
const opened = (who: Person, purchaseId: string, documentId: string) =>
  world.call('openPurchaseDocument', who, { path: { purchaseId, documentId }, body: {} });
const customer = (who: Person, purchaseId: string) =>
  world.call('readPurchaseCustomer', who, { path: { purchaseId }, body: {} });
const accesses = async () =>
  (await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body.items.map(
    ({ by, entry, reason }: { by: { userId: string }; entry: string; reason: string }) =>
      `${by.userId} ${entry} ${reason}`,
  );
const writtenIn = () =>
  world.call('saveCustomer', officer, { path: { caseNo: 'A-1' }, body: { customer: { name: 'Elsa Prov' } } });

describe('Botkyrka: what is there before the start', () => {
  let id: string;
  beforeEach(async () => {
    world = await aPurchaseWorld('botkyrka');
    await writtenIn();
    id = await world.ask();
    await world.step('decidePurchase', hcm, id, { accept: true });
  });

  it('is ticked down, each by whose it is (B-05 to B-09, B-16 to B-18)', async () => {
    expect(await missing(id)).toEqual(['B-05', 'B-06', 'B-16', 'B-08', 'B-09', 'B-17', 'B-18']);
    await world.step('prepareReceiver', pam, id, { userInformedAt: now });
    expect((await consent(pam)).body).toMatchObject({ id: 'samtycke-1', kind: 'TRANSFER', given: { by: 'pam' } });
    expect(await missing(id)).toEqual(['B-16', 'B-08', 'B-09', 'B-17', 'B-18']);
    await handedOver(world, id, pam, ['DESCRIPTION']);
    await world.step('prepareReceiver', hcm, id, { contactPerson: 'sup', journalOpenedOn: '2026-09-01' });
    const plan = await anUpload(world, sup);
    expect(await world.step('prepareReceiver', sup, id, { planDocumentId: plan })).toMatchObject({
      state: 'prepared',
      missing: [],
      preparation: { contactPerson: 'sup', journalOpenedOn: '2026-09-01', planDocumentId: plan },
      deadlines: expect.arrayContaining([expect.objectContaining({ code: 'D40', state: 'done' })]),
    });
    expect(await world.told()).toContain('crd: Besked om ett köp av timmar');
    expect((await world.journal('A-1')).slice(3)).toEqual([
      'purchase-prepared - pam',
      'consent-recorded B-06 pam',
      'purchase-handed-over B-16 pam',
      'purchase-prepared - hcm',
      'purchase-prepared - sup',
    ]);
  });

  it.each([
    ['B-05: that the user is informed, by an employee', emp, { userInformedAt: now }, 403],
    ['B-05: that the user will be informed', pam, { userInformedAt: '2026-09-02T08:30:00+02:00' }, 422],
    ['B-08: a contact person, by the orderer', pam, { contactPerson: 'sup' }, 403],
    ['B-08: a contact person who works elsewhere', hcm, { contactPerson: 'eco' }, 422],
    ['B-09: a plan that was never sent in', sup, { planDocumentId: 'fil-99' }, 422],
    ['B-09: a plan, by the orderer', pam, { planDocumentId: 'fil-99' }, 403],
    ['B-17: a journal that will be opened', hcm, { journalOpenedOn: '2026-09-02' }, 422],
    ['nothing', hcm, {}, 422],
  ])('nobody notes %s', async (_what, who, body, status) => {
    expect((await world.call('prepareReceiver', who, { path: { purchaseId: id }, body })).status).toBe(status);
  });

  it('B-06, B-07: no document goes over without a consent that names the receiver and the way', async () => {
    const documentId = await anUpload(world, pam);
    const hand = () =>
      world.call('handOver', pam, {
        path: { purchaseId: id },
        body: { documentIds: [documentId], kind: 'DESCRIPTION' },
      });
    expect((await hand()).body).toMatchObject({ code: 'consent-missing', missing: [{ rule: 'B-06', level: 'BLK' }] });
    await consent(pam, { ...transfer, recipients: ['E3'] });
    expect((await hand()).body.code).toBe('consent-missing');
    await consent(pam, { ...transfer, channels: ['ORAL'] });
    expect((await hand()).body.code).toBe('consent-missing');
    await consent(pam);
    expect((await hand()).status).toBe(200);
    expect((await hand()).body.code).toBe('document-known');
  });

  it.each([
    ['B-16: nothing', { documentIds: [], kind: 'DESCRIPTION' }, pam, 422],
    ['B-16: a file that was never sent in', { documentIds: ['fil-99'], kind: 'DESCRIPTION' }, pam, 422],
    ['B-16: by the receiver', { documentIds: ['fil-99'], kind: 'DESCRIPTION' }, hcm, 403],
  ])('%s is not handed over', async (_what, body, who, status) => {
    await consent(pam);
    const answer = await world.call('handOver', who, { path: { purchaseId: id }, body });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['B-22: that names nobody', { ...transfer, recipients: [] }, 'bad-request'],
    ['B-22: that names nothing', { ...transfer, recipients: [' '] }, 'bad-request'],
    ['B-07: by no way', { ...transfer, channels: [] }, 'bad-request'],
    ['B-23: by mail', { ...transfer, channels: ['EML'] }, 'bad-request'],
    ['B-21: to the journal, written down nowhere', { ...journal, journalRef: undefined }, 'journal-reference-missing'],
    ['of tomorrow', { ...transfer, at: '2026-09-02T08:30:00+02:00' }, 'date-ahead'],
    ['with a person’s number', { ...transfer, recipients: ['19121212-1212'] }, 'bad-request'],
  ])('no consent %s', async (_what, body, code) => {
    expect((await consent(pam, body)).body).toMatchObject({ code });
  });

  it('is the managers’ of the units alone, and the performer’s once it may know the case', async () => {
    expect((await consent(paa)).status).toBe(403);
    for (const other of [hcm3, hcm]) expect((await consent(other)).body.code).toBe('case-not-found');
    await consent(pam);
    expect((await consent(hcm, journal)).body).toMatchObject({ journalRef: 'SJ 12', given: { by: 'hcm' } });
    await consent(pam, { ...transfer, kind: 'FORWARD', recipients: ['anna'] });
    const listed = async (who: Person) =>
      (await world.call('listConsents', who, { path: { caseNo: 'A-1' } })).body.items.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect((await listed(pam)).sort()).toEqual(['FORWARD', 'JOURNAL_ACCESS', 'TRANSFER']);
    expect((await listed(hcm)).sort()).toEqual(['JOURNAL_ACCESS', 'TRANSFER']);
  });

  it('a consent taken back stops the sharing, not the help', async () => {
    await consent(pam);
    const [documentId = ''] = await handedOver(world, id, pam, ['DESCRIPTION']);
    expect((await opened(emp, id, documentId)).status).toBe(200);
    const withdraw = () =>
      world.call('withdrawConsent', pam, { path: { caseNo: 'A-1', consentId: 'samtycke-1' }, body: {} });
    world.sleepTo('2026-09-01', '10:00');
    expect((await withdraw()).body).toMatchObject({ withdrawn: { by: 'pam' } });
    expect((await withdraw()).body.code).toBe('consent-withdrawn');
    expect((await opened(emp, id, documentId)).status).toBe(404);
    expect((await customer(hcm, id)).body.code).toBe('consent-missing');
    const seen = await world.read(hcm, id);
    expect(seen).toMatchObject({ state: expect.stringMatching(/accepted|prepared/), handovers: [] });
    expect(JSON.stringify(seen)).not.toContain('A-1');
    expect(await missing(id)).toContain('B-06');
    const { items } = await threadStore(world.table).inbox(unitOwner('E2'), { limit: 10 });
    expect(items.map(({ entity }) => entity.title)).toEqual(['N46 withdrawn', 'N46 recorded']);
  });

  it('B-20, B-23 to B-25: what is passed on is covered by a consent of its kind, and written down', async () => {
    const forward = (body: object, who: Person = pam) =>
      world.call('forwardInformation', who, { path: { caseNo: 'A-1' }, body });
    await consent(pam);
    const toPam = { kind: 'JOURNAL_ACCESS', recipients: ['pam'], channels: ['SYSM'], at: '2026-09-01T08:45:00+02:00' };
    expect((await forward(toPam, hcm)).body.code).toBe('consent-missing');
    await consent(hcm, journal);
    expect((await forward({ ...toPam, channels: ['ORAL'] }, hcm)).body.code).toBe('journal-by-system-only');
    expect((await forward({ ...toPam, channels: ['EML'] }, hcm)).status).toBe(422);
    expect((await forward({ ...toPam, recipients: ['pam', 'odp'] }, hcm)).body.code).toBe('consent-missing');
    expect((await forward(toPam, hcm)).body).toMatchObject({ by: 'hcm', consentIds: ['samtycke-2'] });
    const on = { ...toPam, kind: 'FORWARD', recipients: ['anna'] };
    expect((await forward(on)).body.code).toBe('consent-missing');
    await consent(pam, { ...transfer, kind: 'FORWARD', recipients: ['anna'], channels: ['SYSM'] });
    expect((await forward(on)).status).toBe(201);
    expect(await world.journal('A-1')).toContain('information-forwarded B-25 pam');
    const { forwardings } = (await world.call('listConsents', pam, { path: { caseNo: 'A-1' } })).body;
    expect(forwardings).toHaveLength(2);
  });

  it('whom it is for is read by who ordered, and by who performs once they may know, and is logged', async () => {
    expect((await customer(pam, id)).body).toMatchObject({ caseNo: 'A-1', customer: { name: 'Elsa Prov' } });
    expect((await customer(odp, id)).status).toBe(200);
    expect((await customer(hcm, id)).body.code).toBe('consent-missing');
    await consent(pam);
    for (const who of [hcm, crd, sup, emp]) expect((await customer(who, id)).status).toBe(200);
    expect((await customer(hcm3, id)).body.code).toBe('purchase-not-found');
    for (const who of [paa, eco, dev, officer, head]) expect((await customer(who, id)).status).toBe(403);
    await world.step('withdrawPurchase', pam, id, {});
    for (const [who, code] of [
      [pam, 'purchase-over'],
      [hcm, 'consent-missing'],
    ] as const)
      expect((await customer(who, id)).body.code).toBe(code);
    expect((await accesses()).filter((row: string) => row.includes('readPurchaseCustomer'))).toEqual(
      ['pam', 'odp', 'hcm', 'crd', 'sup', 'emp'].map((who) => `${who} readPurchaseCustomer köp ${id}`),
    );
  });
});

describe('Helsingborg: what staff read before they go', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('helsingborg');
  });

  const dialogue = (id: string) =>
    world.step('noteDialogue', pam, id, { at: '2026-09-01T08:30:00+02:00', words: 'det går', outcome: 'FULL' });

  it('H-16, H-39: information, risks and instructions, each read and ticked by name', async () => {
    const id = await world.ask();
    await dialogue(id);
    await world.step('decidePurchase', hcm, id, { accept: true });
    expect(await missing(id)).toEqual(['H-16', 'H-39', 'H-17', 'H-18']);
    const [info = '', risk = ''] = await handedOver(world, id, pam, ['INFORMATION', 'RISK']);
    expect(await missing(id)).toEqual(['H-39', 'H-17', 'H-18']);
    await handedOver(world, id, pam, ['INSTRUCTION']);
    expect(await missing(id)).toEqual(['H-17', 'H-18']);
    expect((await world.read(pam, id)).state).toBe('prepared');
    expect((await opened(emp, id, risk)).body).toMatchObject({ contentType: 'application/pdf', shown: 'inline' });
    expect((await opened(emp, id, 'fil-99')).body.code).toBe('document-not-found');
    expect((await opened(hcm3, id, risk)).body.code).toBe('purchase-not-found');
    const tick = (who: Person, documentId: string) =>
      world.call('markDocumentRead', who, { path: { purchaseId: id, documentId }, body: {} });
    expect((await world.read(emp, id)).next).toContain('markDocumentRead');
    expect((await tick(emp, risk)).status).toBe(200);
    expect((await tick(emp, risk)).status).toBe(200);
    expect((await tick(pam, risk)).status).toBe(403);
    const { handovers } = await world.read(pam, id);
    const readBy = (documentId: string) =>
      handovers.find((one: { documentId: string }) => one.documentId === documentId).readBy;
    expect(readBy(risk)).toEqual([{ at: expect.any(String), by: 'emp' }]);
    expect(readBy(info)).toEqual([]);
    expect(await accesses()).toEqual([`emp openPurchaseDocument handling i köp ${id}`]);
  });

  it('H-33: of acute help too, before anybody has decided', async () => {
    const id = await world.ask({
      mode: 'ACUTE',
      from: '2026-09-01',
      to: null,
      arisenAt: '2026-09-01T07:00:00+02:00',
      grounds: { code: 'FALL_DOUBLE', ownStaffingExcludedAt: '2026-09-01T08:00:00+02:00', kind: 'POINT' },
    });
    expect(await missing(id)).toEqual(['H-10', 'H-33', 'H-39']);
    expect((await customer(emp, id)).body.code).toBe('consent-missing');
    await dialogue(id);
    const [risk = ''] = await handedOver(world, id, pam, ['RISK', 'INFORMATION', 'INSTRUCTION']);
    expect(await missing(id)).toEqual([]);
    expect((await opened(emp, id, risk)).status).toBe(200);
  });

  it('the performer that said no reads nothing, and another is handed all of it anew', async () => {
    const id = await world.ask({
      mode: 'ACUTE',
      from: '2026-09-01',
      to: null,
      arisenAt: '2026-09-01T07:00:00+02:00',
      grounds: { code: 'FALL_DOUBLE', ownStaffingExcludedAt: '2026-09-01T08:00:00+02:00', kind: 'POINT' },
    });
    await dialogue(id);
    const [risk = ''] = await handedOver(world, id, pam, ['RISK', 'INFORMATION', 'INSTRUCTION']);
    await world.step('decidePurchase', hcm, id, { accept: false, reason: 'full bemanning saknas' });
    expect((await opened(emp, id, risk)).body.code).toBe('document-not-found');
    expect((await customer(hcm, id)).body.code).toBe('consent-missing');
    const again = await world.step('resendPurchase', pam, id, { receivingUnitId: 'E3' });
    expect(again).toMatchObject({ handovers: [], preparation: {} });
    expect(await missing(id)).toEqual(['H-10', 'H-33', 'H-39']);
  });

  it('H-22: the managers’ plan is theirs to name', async () => {
    const id = await world.ask();
    await dialogue(id);
    await world.step('decidePurchase', hcm, id, { accept: true });
    expect(await world.step('prepareReceiver', hcm, id, { longTermPlanId: 'plan-1' })).toMatchObject({
      longTermPlan: [{ side: 'RECEIVING', planId: 'plan-1', by: 'hcm' }],
    });
    const by = (who: Person) =>
      world.call('prepareReceiver', who, { path: { purchaseId: id }, body: { longTermPlanId: 'plan-2' } });
    expect((await by(crd)).body.code).toBe('not-yours-to-say');
  });
});

describe('Halmstad: the case worker is asked (M-13)', () => {
  it('by the performer, and it is missing until then', async () => {
    world = await aPurchaseWorld('halmstad');
    const id = await world.ask({}, odp);
    await world.step('informBinding', dev, id);
    await world.step('acknowledgeBinding', odp, id);
    await world.step('decidePurchase', dev, id, { accept: true });
    expect(await missing(id)).toContain('M-13');
    await world.step('prepareReceiver', crd, id, { caseWorkerContactedAt: now });
    expect(await missing(id)).not.toContain('M-13');
  });
});

describe('nobody hands over what another person sent in', () => {
  it('though it were of the same unit, an agreement, or a paper of another case', async () => {
    world = await aPurchaseWorld('helsingborg');
    const id = await world.ask();
    await world.step('noteDialogue', hcm, id, { at: now, words: 'ja', outcome: 'FULL' });
    await world.step('decidePurchase', hcm, id, { accept: true });
    const theirs = await anUpload(world, paa);
    for (const documentId of [theirs, 'avtal-1', 'bevis-1', 'handling-1']) {
      const hand = { path: { purchaseId: id }, body: { documentIds: [documentId], kind: 'INFORMATION' } };
      expect((await world.call('handOver', pam, hand)).body, documentId).toMatchObject({ code: 'file-not-found' });
    }
    // What stands in another system is named by its reference there, and is opened nowhere here.
    await world.step('handOver', pam, id, { documentIds: ['LC-4711'], kind: 'INFORMATION' });
    await world.deps.documents.put('documents', 'LC-4711', Buffer.from('någon annans'), 'application/pdf');
    expect((await opened(hcm, id, 'LC-4711')).body.code).toBe('document-elsewhere');
  });
});
