import { beforeAll, describe, expect, it } from 'vitest';
import { aReport, done } from '../../support/a-basis-world.ts';
import { anUpload } from '../../support/a-handed-over.ts';
import { aPurchaseWorld, aRequest, buyers, type PurchaseWorld } from '../../support/a-purchase-world.ts';

const { pam, paa, hcm, crd, sup, eco, arh } = buyers;
const rates = [{ validFrom: '2026-01-01', orePerHour: 38_000 }];

/** Botkyrka's routine (B-01 to B-32): assistance buys point visits of home care, from the conclusion to the booked cost. */
describe('Botkyrka: assistance buys hours of home care', () => {
  let world: PurchaseWorld;
  let id = '';
  let basisId = '';
  const month = { month: '2026-09' };
  beforeAll(async () => {
    world = await aPurchaseWorld('botkyrka', { settings: { rates } });
  });

  it('asks when nobody can be employed, for short visits of care (B-01, B-02, B-13)', async () => {
    const { noEmployableRelative: _, ...grounds } = aRequest().grounds;
    expect((await world.call('requestPurchase', pam, { body: aRequest({ grounds }) })).body).toMatchObject({
      missing: [{ rule: 'B-02', level: 'BLK' }],
    });
    const other = { ...aRequest().grounds, kind: 'OTHER' };
    expect((await world.call('requestPurchase', pam, { body: aRequest({ grounds: other }) })).body).toMatchObject({
      missing: [{ rule: 'B-01', level: 'WRN' }],
    });
    id = await world.ask();
  });

  it('the administrator tells manager and coordinator, and the manager answers (B-03, B-14, B-15)', async () => {
    await world.step('sendPurchase', paa, id, { to: ['hcm', 'crd'] });
    expect(await world.told()).toEqual(
      expect.arrayContaining(['crd: En enhet ber om timmar', 'hcm: En enhet ber om timmar']),
    );
    expect((await world.step('decidePurchase', hcm, id, { accept: true })).state).toBe('accepted');
  });

  it('nothing of the person goes over before the user has agreed with whom, and how (B-05 to B-07, B-16)', async () => {
    const documentId = await anUpload(world, pam);
    const hand = { path: { purchaseId: id }, body: { documentIds: [documentId], kind: 'DESCRIPTION' } };
    expect((await world.call('handOver', pam, hand)).body).toMatchObject({
      code: 'consent-missing',
      missing: [{ rule: 'B-06', level: 'BLK' }],
    });
    const consent = {
      kind: 'TRANSFER',
      recipients: ['E2'],
      channels: ['ORAL', 'SYSM'],
      at: '2026-09-01T08:30:00+02:00',
    };
    expect((await world.call('recordConsent', pam, { path: { caseNo: 'A-1' }, body: consent })).status).toBe(201);
    expect((await world.call('handOver', pam, hand)).status).toBe(200);
    await world.step('prepareReceiver', pam, id, { userInformedAt: '2026-09-01T08:40:00+02:00' });
  });

  it('the performer names a contact person, opens its own journal and writes the plan (B-08, B-09, B-17, B-18)', async () => {
    await world.step('prepareReceiver', hcm, id, { contactPerson: 'sup', journalOpenedOn: '2026-09-01' });
    const planDocumentId = await anUpload(world, sup);
    expect(await world.step('prepareReceiver', sup, id, { planDocumentId })).toMatchObject({
      state: 'prepared',
      missing: [],
    });
    await world.passTo('2026-09-07', '09:00');
    expect((await world.step('startPurchase', crd, id, { at: '2026-09-07T08:00:00+02:00' })).state).toBe('active');
  });

  it('the coordinator hands in the month, and administrator and economist both get it (B-26 to B-28)', async () => {
    await world.passTo('2026-10-01', '09:00');
    const rows = ['08', '09', '10', '11', '14'].map((day) => done(day, { minutes: '60' }));
    const report = {
      text: aReport(...rows, done('15', { code: 'SRV' }), done('16', { status: 'BOMTID', minutes: '0' })),
    };
    const answer = await world.call('handInBasis', crd, { path: month, body: { report } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.lines).toMatchObject([
      { purchaseId: id, performed: 345, accepted: 300, rejected: { NOT_ORDERED: 45, NOT_PERFORMED: 45 } },
    ]);
    basisId = answer.body.basisId;
    const told = await world.told();
    for (const one of ['paa', 'eco'])
      expect(
        told.some((letter) => letter.startsWith(`${one}: `)),
        one,
      ).toBe(true);
  });

  it('only an accepted basis is invoiced, and the economist’s rows come to nothing (B-29, B-30)', async () => {
    const path = { ...month, basisId };
    expect((await world.call('sendInternalInvoice', paa, { path, body: {} })).status).toBe(409);
    expect((await world.call('acceptBasis', paa, { path, body: {} })).status).toBe(200);
    expect((await world.call('sendInternalInvoice', paa, { path, body: {} })).status).toBe(200);
    const allocated = await world.call('allocateCost', eco, { path, body: {} });
    expect(allocated.body).toMatchObject({ sumOre: 0, minutes: 300 });
    const amounts = allocated.body.rows.map(({ unitId, amountOre }: { unitId: string; amountOre: number }) => [
      unitId,
      amountOre,
    ]);
    expect(amounts).toEqual([
      ['E1', 190_000],
      ['E2', -190_000],
    ]);
  });

  it('whoever answers for the routine sees it all, and each step stands under its rule (B-04)', async () => {
    expect(await world.read(arh, id)).toMatchObject({ id, state: 'active' });
    const rows = await world.journal('A-1');
    for (const row of ['purchase-message-sent B-15 paa', 'purchase-accepted B-03 hcm', 'purchase-handed-over B-16 pam'])
      expect(rows, row).toContain(row);
  });
});
