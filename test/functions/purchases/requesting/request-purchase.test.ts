import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aPurchaseWorld, aRequest, buyers, type PurchaseWorld, pmg } from '../../../support/a-purchase-world.ts';
import { officer } from '../../../support/a-world.ts';

let world: PurchaseWorld;
const { pam, paa, odp, hcm, crd, hcm3, crd3, dev, umc, lov, eco, arh } = buyers;

describe('a request that is answered (B-13 to B-15)', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('botkyrka');
  });

  it('waits for the performer, who is told and has a task', async () => {
    const id = await world.ask();
    expect(await world.read(pam, id)).toMatchObject({
      ...{ id, pack: 'botkyrka', state: 'requested', side: 'ORDERING', caseNo: 'A-1' },
      ordering: { id: 'E1', name: 'Assistans Norr' },
      receiver: { id: 'E2', name: 'Hemvården Norr', kind: 'municipal' },
      agreement: { state: 'NONE' },
      deadlines: [{ code: 'D40', rule: 'B-03', state: 'open' }],
    });
    expect(await world.told()).toEqual(['hcm: En enhet ber om timmar']);
    const tasks = (await world.call('listTasks', hcm)).body.items;
    expect(tasks).toMatchObject([{ code: 'D40', title: 'Besvara begäran om köp', subject: { purchaseId: id } }]);
    expect(await world.journal('A-1')).toEqual(['purchase-requested B-14 pam']);
  });

  it('goes to manager and coordinator both, or to nobody (B-15)', async () => {
    const id = await world.ask();
    const send = (to: string[]) => world.call('sendPurchase', paa, { path: { purchaseId: id }, body: { to } });
    expect((await send(['hcm'])).body).toMatchObject({ code: 'condition-missing', missing: [{ rule: 'B-15' }] });
    expect((await send(['hcm', 'eco'])).body).toMatchObject({ faults: [{ at: 'body.to.1' }] });
    expect((await send(['hcm', 'crd'])).status).toBe(200);
    expect(await world.told()).toContain('crd: En enhet ber om timmar');
  });

  it('names no person to the performer before there is a consent (B-06)', async () => {
    const id = await world.ask();
    const seen = await world.read(hcm, id);
    expect(seen).toMatchObject({ id, side: 'RECEIVING', grounds: { code: 'OTHER' } });
    expect(JSON.stringify(seen)).not.toMatch(/A-1|morgonen|ensam/);
    const found = await world.call('listPurchases', hcm, { query: { caseNo: 'A-1' } });
    expect(found.body.items).toEqual([]);
  });

  it('is not there for others', async () => {
    const id = await world.ask();
    for (const other of [hcm3, crd3, pmg])
      expect((await world.call('getPurchase', other, { path: { purchaseId: id } })).body).toMatchObject({
        code: 'purchase-not-found',
      });
    expect((await world.call('getPurchase', officer, { path: { purchaseId: id } })).status).toBe(403);
    for (const one of [eco, arh, crd, odp]) expect((await world.read(one, id)).id).toBe(id);
  });

  it('after a no another unit is asked, and the first one sees it no more (B-14)', async () => {
    const id = await world.ask();
    expect(
      (await world.call('decidePurchase', hcm, { path: { purchaseId: id }, body: { accept: false } })).body,
    ).toMatchObject({
      code: 'reason-missing',
    });
    await world.step('decidePurchase', hcm, id, { accept: false, reason: 'full bemanning saknas' });
    const again = await world.step('resendPurchase', pam, id, { receivingUnitId: 'E3' });
    expect(again).toMatchObject({ state: 'requested', receiver: { id: 'E3' }, declinedBy: [{ receiver: 'E2' }] });
    expect((await world.call('getPurchase', hcm, { path: { purchaseId: id } })).status).toBe(404);
    expect(again.deadlines).toMatchObject([{ code: 'D40', state: 'open' }]);
    expect(await world.told()).toContain('hcm3: En enhet ber om timmar');
  });

  it('is taken back until help has begun', async () => {
    const id = await world.ask();
    expect(await world.step('withdrawPurchase', pam, id, {})).toMatchObject({
      state: 'withdrawn',
      deadlines: [{ code: 'D40', state: 'lapsed' }],
    });
    expect(await world.told()).toContain('hcm: Besked om ett köp av timmar');
    expect((await world.call('withdrawPurchase', pam, { path: { purchaseId: id }, body: {} })).body.code).toBe(
      'purchase-over',
    );
  });

  it.each([
    [
      'own staffing not excluded',
      { grounds: { ...aRequest().grounds, ownStaffingExcludedAt: undefined } },
      'condition-missing',
    ],
    [
      'excluded after it was asked for',
      { grounds: { ...aRequest().grounds, ownStaffingExcludedAt: '2026-09-01T09:01:00+02:00' } },
      'condition-missing',
    ],
    ['another unit’s name', { orderingUnitId: 'E3' }, 'not-your-unit'],
    ['a unit that is not there', { receivingUnitId: 'E9' }, 'unknown-unit'],
    ['nobody', { receivingUnitId: undefined }, 'one-receiver'],
    ['two at once', { providerId: 'P1' }, 'one-receiver'],
    [
      'a private provider, of a routine that buys of none (B-32)',
      { receivingUnitId: undefined, providerId: 'P1' },
      'receiver-kind',
    ],
    ['itself', { receivingUnitId: 'E1' }, 'same-unit'],
    ['a person’s number in its words', { grounds: { ...aRequest().grounds, words: '19121212-1212' } }, 'bad-request'],
  ])('not %s', async (_what, over, code) => {
    const answer = await world.call('requestPurchase', pam, { body: aRequest(over) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.code).toBe(code);
  });

  it('two who decide in the same moment: one does, the other is told', async () => {
    const id = await world.ask();
    const decide = (accept: boolean) =>
      world.call('decidePurchase', hcm, { path: { purchaseId: id }, body: { accept, reason: 'ett skäl' } });
    const answers = await Promise.all([decide(true), decide(false)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a request that is approved and registered (M-02 to M-12)', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('halmstad');
  });

  it('binds, is acknowledged, approved, registered by the right one, and the performer is told', async () => {
    const id = await world.ask({}, odp);
    expect(await world.told()).toEqual(['dev: En begäran om köp väntar på ert beslut']);
    const decide = { path: { purchaseId: id }, body: { accept: true } };
    expect((await world.call('decidePurchase', dev, decide)).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'M-04' }, { rule: 'M-05' }, { rule: 'M-04' }],
    });
    await world.step('informBinding', dev, id);
    await world.step('acknowledgeBinding', odp, id);
    expect(await world.step('decidePurchase', dev, id, { accept: true })).toMatchObject({
      state: 'registration-ordered',
      deadlines: [
        { code: 'D30', rule: 'M-07', state: 'open' },
        { code: 'D40', state: 'done' },
      ],
    });
    const register = { path: { purchaseId: id }, body: { caseCode: 'MC-KOP', reference: 'R-17' } };
    expect((await world.call('registerPurchase', lov, register)).body.code).toBe('role-not-allowed');
    expect((await world.call('registerPurchase', umc, register)).body).toMatchObject({
      state: 'registered',
      caseCode: 'MC-KOP',
    });
    expect(await world.told()).toContain('hcm: Registrering av ett köp av timmar');
    expect(await world.journal('A-1')).toEqual([
      'purchase-requested M-02 odp',
      'purchase-binding-told M-04 dev',
      'purchase-binding-acknowledged M-04 odp',
      'purchase-accepted M-06 dev',
      'purchase-registered M-08 umc',
    ]);
  });

  it('a private performer is registered by the other one (M-10)', async () => {
    const id = await world.ask({ receivingUnitId: undefined, providerId: 'P1' });
    await world.step('informBinding', dev, id);
    await world.step('acknowledgeBinding', pam, id);
    await world.step('decidePurchase', dev, id, { accept: true });
    expect(await world.told()).toContain('lov: Registrering av ett köp av timmar');
    await world.step('registerPurchase', lov, id, { caseCode: 'MC-KOP', reference: 'R-18' });
    expect(await world.read(pmg, id)).toMatchObject({ side: 'RECEIVING', caseNo: 'A-1' });
  });
});

describe('a dialogue comes first (H-10)', () => {
  it('before a yes and before a no', async () => {
    world = await aPurchaseWorld('helsingborg');
    const id = await world.ask();
    for (const body of [{ accept: true }, { accept: false, reason: 'ingen plats' }])
      expect((await world.call('decidePurchase', hcm, { path: { purchaseId: id }, body })).body).toMatchObject({
        code: 'condition-missing',
        missing: [{ rule: 'H-10', level: 'BLK' }],
      });
    await world.step('noteDialogue', hcm, id, {
      at: '2026-09-01T08:30:00+02:00',
      words: 'hälften går',
      outcome: 'PART',
    });
    expect(
      await world.step('decidePurchase', hcm, id, { accept: true, extent: { minutes: 840, per: 'MONTH' } }),
    ).toMatchObject({
      state: 'accepted',
      extent: { minutes: 840 },
      deadlines: [{ code: 'D34' }, { code: 'D34' }, { code: 'D40', state: 'done' }],
    });
  });
});

describe('what a reviewer broke', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('botkyrka');
  });

  it('a task of the performer’s does not say whose case it is (B-06)', async () => {
    const purchaseId = await world.ask();
    for (const way of ['listTasks', 'listUpcoming'] as const) {
      const { text } = await world.call(way, hcm);
      if (way === 'listTasks') expect(text).toContain(purchaseId);
      expect(text).not.toContain('A-1');
    }
  });

  it('who follows all purchases knows a case by its number, and nothing that was written of anybody', async () => {
    const id = await world.ask();
    for (const who of [eco, arh, dev, umc, lov]) {
      const seen = await world.read(who, id);
      expect(seen.caseNo).toBe('A-1');
      expect(JSON.stringify(seen)).not.toMatch(/morgonen|bor ensam/);
    }
  });

  it('who asks does not answer, in whatever other role (A72)', async () => {
    const id = await world.ask();
    const both = { userId: 'pam', role: 'receiving-manager', unitId: 'E2' } as const;
    await world.put(membershipStore(world.table).save({ ...both, name: 'Person pam' }, undefined));
    const answer = await world.call('decidePurchase', both, { path: { purchaseId: id }, body: { accept: true } });
    expect(answer.body.code).toBe('same-person');
  });

  it('a consent by word alone shows the performer nothing in the system, and is the orderer’s to ask for (B-06, B-07)', async () => {
    const id = await world.ask();
    const consent = (who: typeof pam | typeof hcm, recipients: string[], channels: string[]) =>
      world.call('recordConsent', who, {
        path: { caseNo: 'A-1' },
        body: { kind: 'TRANSFER', recipients, channels, at: '2026-09-01T08:00:00+02:00' },
      });
    await consent(pam, ['E2'], ['ORAL']);
    expect((await world.read(hcm, id)).caseNo).toBeUndefined();
    // Named by the person who receives, or by the unit's name, it is as good as by its id.
    expect((await consent(pam, ['hcm'], ['SYSM'])).status).toBe(201);
    expect((await world.read(hcm, id)).caseNo).toBe('A-1');
    expect((await consent(hcm, ['E2'], ['SYSM'])).body.code).toBe('not-your-side');
  });

  it.each([
    ['no time', { extent: { minutes: 0, per: 'MONTH' } }, 'no-time'],
    ['a service twice', { services: [{ code: 'OMV' }, { code: 'OMV' }] }, 'same-service-twice'],
  ])('not asked for %s', async (_what, over, code) => {
    const answer = await world.call('requestPurchase', pam, { body: aRequest(over) });
    expect(answer.body.faults).toMatchObject([{ code }]);
  });
});
