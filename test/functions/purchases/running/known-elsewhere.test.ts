import { beforeEach, describe, expect, it } from 'vitest';
import { aRunning } from '../../../support/a-purchase.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld } from '../../../support/a-purchase-world.ts';
import { coordinator, officer } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: PurchaseWorld;
let orderId: string;
const { pam, paa, hcm } = buyers;

const letters = async (part: string) =>
  (await world.letters())
    .filter(({ text }) => text.includes(part))
    .map(({ to }) => to.split('@')[0])
    .sort();
const statesOf = (purchase: { deadlines: { code: string; state: string }[] }) =>
  purchase.deadlines.map(({ code, state }) => `${code} ${state}`);

/** SoL help in the same case, begun at P1, beside the purchase. */
beforeEach(async () => {
  world = await aPurchaseWorld('halmstad', { date: '2026-09-14', clock: '09:00' });
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const customer = { name: 'Elsa Prov', personnummer: '191212121212' };
  const placed = await world.call('placeOrder', officer, {
    body: { caseNo: 'A-1', providerId: 'P1', services, customer },
  });
  orderId = placed.body.id;
  await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
});
const order = (
  key: 'reportDeath' | 'undoDeath' | 'reportHospital' | 'verifyEnd' | 'getOrder',
  person: typeof officer,
  body?: unknown,
) => world.call(key, person, { path: { orderId }, ...(body === undefined ? {} : { body }) });

describe('a death that is told in an order (A73, A80)', () => {
  it('ends the purchase that day, without notice, and both sides are told', async () => {
    const id = await world.stands(aRunning({ pack: 'halmstad' }));
    await order('reportDeath', officer, { date: '2026-09-14' });
    await world.tick();
    const seen = await world.read(hcm, id);
    expect(seen).toMatchObject({
      state: 'closed',
      lastDay: '2026-09-14',
      ended: { cause: 'DEATH', by: 'system', on: '2026-09-14' },
    });
    expect(statesOf(seen).filter((one) => / open/.test(one))).toEqual([]);
    await world.tick();
    expect(await letters('ska inte ges mer')).toEqual(['hcm', 'odp', 'pam']);
    expect(await world.journal('A-1')).toContain('purchase-ended-by-death A80 system');
    const quote = await world.call('quoteNotice', pam, {
      path: { purchaseId: id },
      query: { effective: '2026-09-20' },
    });
    expect(quote.body.code).toBe('purchase-not-begun');
  });

  it('told by mistake, the purchase goes on as before', async () => {
    const id = await world.stands(aRunning({ pack: 'halmstad' }));
    await order('reportDeath', officer, { date: '2026-09-14' });
    await world.tick();
    await order('undoDeath', officer, { reason: 'fel person' });
    await world.tick();
    const seen = await world.read(pam, id);
    expect(seen).toMatchObject({ state: 'active' });
    expect(seen).not.toHaveProperty('ended');
    await world.tick();
    expect(await letters('fortsätter som förut')).toEqual(['hcm', 'odp', 'pam']);
  });

  it('ends what short notice costs, though the help was over before it (M-23, A38)', async () => {
    const notice = { effective: '2026-09-12', short: 16, reason: 'flyttar', at: at('2026-08-31 09:00'), by: 'pam' };
    const id = await world.stands(aRunning({ pack: 'halmstad', state: 'ending', notices: [notice] }));
    await world.tick();
    expect((await world.read(pam, id)).state).toBe('closed');
    await order('reportDeath', officer, { date: '2026-09-14' });
    await world.passTo('2026-09-14', '09:30');
    expect(await world.read(pam, id)).toMatchObject({
      ...{ state: 'closed', lastDay: '2026-09-11', ended: { cause: 'DEATH', on: '2026-09-14' } },
    });
  });

  it('nothing begins, and what was only asked for is taken back', async () => {
    const id = await world.ask({
      from: '2026-09-14',
      grounds: { code: 'OWN_UNABLE', ownStaffingExcludedAt: '2026-09-10T10:00:00+02:00' },
    });
    await order('reportDeath', officer, { date: '2026-09-14' });
    await world.tick();
    expect(await world.read(pam, id)).toMatchObject({ state: 'withdrawn' });
  });
});

it('a hospital stay is shown as days away, without saying what (A80)', async () => {
  const id = await world.stands(aRunning({ pack: 'halmstad' }));
  expect((await order('reportHospital', coordinator, { from: '2026-09-14' })).status).toBeLessThan(300);
  for (const one of [pam, hcm]) {
    const seen = await world.read(one, id);
    expect(seen).toMatchObject({ state: 'active', away: [{ from: '2026-09-14', to: null }] });
    expect(JSON.stringify(seen)).not.toMatch(/HOSPITAL|sjukhus/i);
  }
});

it('an agreed last day that has passed closes the purchase', async () => {
  const id = await world.stands(aRunning({ pack: 'halmstad', to: '2026-09-20' }));
  await world.passTo('2026-09-21', '08:00');
  expect(await world.read(pam, id)).toMatchObject({ state: 'closed', lastDay: '2026-09-20' });
  const listed = await world.call('listPurchases', pam, { query: { state: 'closed' } });
  expect(listed.body.items).toMatchObject([{ id }]);
  expect(await world.journal('A-1')).toContain('purchase-period-over - system');
});

describe('assistance begins (H-05, H-06, D36)', () => {
  const tell = (on: string, who = pam as typeof officer) =>
    world.call('startAssistance', who, { path: { caseNo: 'A-1' }, body: { on } });

  it('opens the ending of what bridged: officer and provider are told, the officer has it to do by then', async () => {
    expect((await order('getOrder', officer)).body.state).toBe('started');
    expect((await tell('2026-09-28')).body).toMatchObject({ caseNo: 'A-1', on: '2026-09-28', unitId: 'E1' });
    expect((await order('getOrder', officer)).body).toMatchObject({
      state: 'ending',
      ending: { wishedOn: '2026-09-27', assistanceOn: '2026-09-28' },
    });
    await world.tick();
    expect(await letters('Personlig assistans börjar')).toEqual(['o1', 'p1']);
    const tasks = (await world.call('listTasks', officer)).body.items;
    expect(tasks[0]).toMatchObject({ code: 'D36', rule: 'H-06', title: 'Avsluta insatserna när assistansen börjar' });
    await order('verifyEnd', officer, {
      contactedAt: '2026-09-14T08:30:00+02:00',
      result: 'CONFIRMED',
      lastDay: '2026-09-27',
    });
    await world.tick();
    expect(await letters('kan avslutas')).toEqual(['p1']);
    await world.passTo('2026-10-01', '08:00');
    expect((await order('getOrder', officer)).body.state).toBe('closed');
    expect(await letters('inte avslutade än')).toEqual([]);
  });

  it('not seen to, it is late the day after, and the help goes on', async () => {
    await tell('2026-09-16');
    await world.passTo('2026-09-18', '08:00');
    expect(await letters('inte avslutade än')).toEqual(['o1']);
    expect((await order('getOrder', officer)).body.state).toBe('ending');
  });

  it('again of the same day nothing is new; of another day the officer has that one', async () => {
    await tell('2026-09-28');
    await tell('2026-09-28');
    expect((await world.journal('A-1')).filter((row) => row.startsWith('assistance-told'))).toHaveLength(1);
    await tell('2026-10-05');
    const tasks = (await world.call('listTasks', officer)).body.items;
    expect(tasks[0]).toMatchObject({ code: 'D36', due: '2026-10-06T00:00:00+02:00' });
    expect((await order('getOrder', officer)).body.ending).toMatchObject({ assistanceOn: '2026-10-05' });
  });

  it('H-05: while assistance waits, a linked order goes on', async () => {
    await world.stands(aRunning({ pack: 'halmstad', linkedOrderId: orderId, to: '2026-09-20' }));
    await world.passTo('2026-10-20', '08:00');
    expect((await order('getOrder', officer)).body.state).toBe('started');
  });

  it('is the ordering manager’s, of a case that is known, of somebody who lives', async () => {
    expect((await tell('2026-09-28', paa as typeof officer)).status).toBe(403);
    const unknown = await world.call('startAssistance', pam, { path: { caseNo: 'A-999' }, body: { on: '2026-09-28' } });
    expect(unknown.body.code).toBe('case-not-found');
    await order('reportDeath', officer, { date: '2026-09-14' });
    expect((await tell('2026-09-28')).body.code).toBe('customer-dead');
  });
});
