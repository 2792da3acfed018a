import { beforeAll, describe, expect, it } from 'vitest';
import { handedOver } from '../../support/a-handed-over.ts';
import { aPurchaseWorld, aRequest, buyers, type PurchaseWorld } from '../../support/a-purchase-world.ts';

const { pam, hcm, emp } = buyers;
const sign = ['intendAgreement', 'signAgreement'] as const;

/** Helsingborg's routine for planned help (H-01 to H-18, H-31 to H-39): from own staffing excluded to the first visit. */
describe('Helsingborg: planned help', () => {
  let world: PurchaseWorld;
  let id = '';
  const path = () => ({ purchaseId: id });
  beforeAll(async () => {
    world = await aPurchaseWorld('helsingborg');
  });

  it('is asked for when own staffing has been excluded (H-15), on a ground or in words (H-03)', async () => {
    const { ownStaffingExcludedAt: _, ...grounds } = aRequest().grounds;
    expect((await world.call('requestPurchase', pam, { body: aRequest({ grounds }) })).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'H-15', level: 'BLK' }],
    });
    const { words: __, ...silent } = aRequest().grounds;
    expect((await world.call('requestPurchase', pam, { body: aRequest({ grounds: silent }) })).body).toMatchObject({
      missing: [{ rule: 'H-03', level: 'WRN' }],
    });
    id = await world.ask();
    expect((await world.read(pam, id)).missing.map(({ rule }: { rule: string }) => rule)).toEqual([
      ...['H-10', 'H-16', 'H-39', 'H-17', 'H-18'],
    ]);
  });

  it('both managers talk first: for a while, and so with a last day (H-10 to H-12)', async () => {
    await world.step('noteDialogue', pam, id, {
      ...{ at: '2026-09-01T08:40:00+02:00', words: 'till jul, halva tiden', outcome: 'TEMPORARY' },
    });
    expect(await world.read(hcm, id)).toMatchObject({
      state: 'dialogue',
      next: expect.arrayContaining(['decidePurchase']),
    });
    expect(
      await world.step('decidePurchase', hcm, id, { accept: true, extent: { minutes: 840, per: 'MONTH' } }),
    ).toMatchObject({ state: 'accepted', extent: { minutes: 840 }, to: '2026-12-31' });
    expect(await world.told()).toContain('pam: Besked om ett köp av timmar');
  });

  it('the orderer hands over what the performer needs, and staff tick that they have read (H-16, H-39)', async () => {
    await handedOver(world, id, pam, ['INFORMATION', 'RISK', 'INSTRUCTION']);
    const purchase = await world.read(emp, id);
    expect(purchase.state).toBe('prepared');
    const risk = purchase.handovers.find(({ kind }: { kind: string }) => kind === 'RISK').documentId;
    const read = { path: { ...path(), documentId: risk }, body: {} };
    expect((await world.call('markDocumentRead', emp, read)).status).toBe(200);
    expect((await world.read(pam, id)).handovers[1].readBy).toMatchObject([{ by: 'emp' }]);
  });

  it('the agreement is one page with its sum, and a change makes it void (H-08, H-09, H-17, H-18)', async () => {
    const first = (await world.step('draftAgreement', hcm, id, {})).agreement;
    expect(first).toMatchObject({ state: 'DRAFT', signatures: [] });
    expect((await world.sign(hcm, sign, { path: path(), body: {} })).status).toBeLessThan(300);
    const second = (await world.step('draftAgreement', pam, id, {})).agreement;
    expect(second).toMatchObject({ state: 'DRAFT', signatures: [] });
  });

  it('help does not begin before both have signed: 08:00 is too early for a signature at 08:30 (H-17, E44)', async () => {
    expect((await world.sign(hcm, sign, { path: path(), body: {} })).status).toBeLessThan(300);
    await world.passTo('2026-09-07', '08:10');
    const begin = (at: string) => world.call('startPurchase', hcm, { path: path(), body: { at } });
    expect((await begin('2026-09-07T08:00:00+02:00')).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'H-17', level: 'BLK', text: 'Avtalet är inte undertecknat av båda cheferna.' }],
    });
    expect(await world.told()).toContain('pam: Ett avtal väntar på underskrift');
    await world.passTo('2026-09-07', '08:30');
    const answer = await world.sign(pam, sign, { path: path(), body: {} });
    expect(answer.status).toBeLessThan(300);
    await world.passTo('2026-09-07', '08:45');
    expect((await begin('2026-09-07T08:00:00+02:00')).body.code).toBe('condition-missing');
    expect((await begin('2026-09-07T08:30:00+02:00')).body).toMatchObject({ state: 'active', missing: [] });
  });

  it('each step stands in the case’s journal under its rule, by who took it', async () => {
    const rows = await world.journal('A-1');
    for (const row of [
      'purchase-requested H-02 pam',
      'purchase-dialogue-noted H-10 pam',
      'purchase-accepted H-07 hcm',
      'purchase-handed-over H-16 pam',
      'agreement-signed H-17 hcm',
      'agreement-signed H-17 pam',
      'purchase-begun - hcm',
    ])
      expect(rows, row).toContain(row);
  });
});
