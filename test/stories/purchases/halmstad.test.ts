import { beforeAll, describe, expect, it } from 'vitest';
import { aPurchaseWorld, aRequest, buyers, type PurchaseWorld } from '../../support/a-purchase-world.ts';

const { odp, pam, hcm, dev, umc } = buyers;

/** Halmstad's routine (M-01 to M-26): help that another department buys, from its request to its notice. */
describe('Halmstad: a department buys help', () => {
  let world: PurchaseWorld;
  let id = '';
  const path = () => ({ purchaseId: id });
  beforeAll(async () => {
    world = await aPurchaseWorld('halmstad', {
      ...{ date: '2026-08-10', clock: '09:00' },
      settings: { rates: [{ validFrom: '2026-01-01', orePerHour: 38_000 }] },
    });
  });

  it('is asked for with a period and a found inability (M-02, M-03, M-26)', async () => {
    const wish = aRequest({
      ...{ from: '2026-08-17', extent: { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] } },
      grounds: { code: 'OWN_UNABLE', ownStaffingExcludedAt: '2026-08-07T10:00:00+02:00' },
    });
    expect((await world.call('requestPurchase', odp, { body: { ...wish, to: null } })).body).toMatchObject({
      missing: [{ rule: 'M-03', level: 'BLK' }],
    });
    id = await world.ask(wish, odp);
    expect(await world.told()).toEqual(['dev: En begäran om köp väntar på ert beslut']);
  });

  it('binds and costs what it costs, and is acknowledged before it is approved (M-04 to M-06)', async () => {
    expect((await world.call('acknowledgeBinding', odp, { path: path(), body: {} })).body.code).toBe(
      'binding-not-told',
    );
    await world.step('informBinding', dev, id);
    await world.step('acknowledgeBinding', odp, id);
    expect((await world.call('decidePurchase', hcm, { path: path(), body: { accept: true } })).body.code).toBe(
      'role-not-allowed',
    );
    expect((await world.step('decidePurchase', dev, id, { accept: true })).state).toBe('registration-ordered');
  });

  it('nothing begins before it is registered with its code (M-07 to M-12)', async () => {
    await world.passTo('2026-08-12', '09:00');
    await world.step('registerPurchase', umc, id, { caseCode: 'MC-KOP', reference: 'R-17' });
    await world.passTo('2026-08-17', '09:00');
    const begin = { at: '2026-08-17T08:00:00+02:00' };
    expect((await world.call('startPurchase', hcm, { path: path(), body: begin })).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'M-13', level: 'WRN' }],
    });
    await world.step('prepareReceiver', hcm, id, { caseWorkerContactedAt: '2026-08-14T09:00:00+02:00' });
    expect(await world.step('startPurchase', hcm, id, begin)).toMatchObject({ state: 'active', caseCode: 'MC-KOP' });
  });

  it('the performer tells of a change at once; more is approved as a request is (M-16, M-24)', async () => {
    await world.step('reportPurchaseChange', hcm, id, { words: 'hon har flyttat till ett annat rum' });
    expect(await world.told()).toContain('odp: Besked om ett köp av timmar');
    const more = {
      words: 'en timme till',
      extent: { minutes: 660, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] },
      from: '2026-09-14',
    };
    expect((await world.step('reportPurchaseChange', pam, id, more)).state).toBe('change-requested');
    expect((await world.step('decidePurchase', dev, id, { accept: false, reason: 'inte i höst' })).state).toBe(
      'active',
    );
  });

  it('ends early by four weeks’ notice; its cost is seen by both readings first (M-21 to M-23, A38)', async () => {
    await world.passTo('2026-08-31', '09:00');
    const quote = await world.call('quoteNotice', pam, { path: path(), query: { effective: '2026-09-14' } });
    expect(quote.body).toMatchObject({
      ...{ earliest: '2026-09-28', short: 14 },
      billing: { ACTUAL: { minutes: 0, amountOre: 0 }, ORDERED: { minutes: 1200, amountOre: 760_000 } },
    });
    const give = (body: object) =>
      world.call('giveNotice', pam, { path: path(), body: { effective: '2026-09-14', ...body } });
    expect((await give({})).body).toMatchObject({ code: 'notice-short', missing: [{ rule: 'M-21', level: 'WRN' }] });
    expect((await give({ reason: 'hon flyttar' })).body).toMatchObject({ state: 'ending', notice: { short: 14 } });
    expect(await world.told()).toContain('hcm: Köpt hjälp upphör eller minskar');
    await world.passTo('2026-09-14', '09:00');
    expect((await world.read(pam, id)).state).toBe('closed');
  });
});
