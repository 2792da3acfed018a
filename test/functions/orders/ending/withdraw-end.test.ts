import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { coordinator, officer, type World } from '../../../support/a-world.ts';
import {
  anOrderUnderWay,
  deadlinesOf,
  body as orderBody,
  path,
  postSince,
} from '../../../support/an-order-under-way.ts';

let world: World;
let before: number;
beforeEach(async () => {
  world = await anOrderUnderWay('2026-09-14');
  await world.tick();
  before = (await world.letters()).length;
});
const end = (lastDay: string, more: object = {}) =>
  world.call('endOrder', officer, { path, body: { lastDay, ...more } });
const back = () => world.call('withdrawEnd', officer, { path, body: { reason: 'Beslutet gällde en annan' } });
const days = async () =>
  (await assignmentStore(world.table).ofCase('A-1')).map(({ providerId, from, to }) => [providerId, from, to]);
const order = async () => (await world.call('getOrder', officer, { path })).body;

describe('a decided end (L-72)', () => {
  it('is taken back: the order goes on as before, and the provider hears so', async () => {
    await end('2026-09-30');
    expect((await order()).next).toContain('withdrawEnd');
    const answer = await back();
    expect(answer).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(answer.body.ending).toBeUndefined();
    expect(await days()).toEqual([['P1', '2026-09-07', null]]);
    expect((await deadlinesOf(world)).filter((one) => one.startsWith('D15'))).toEqual([
      expect.stringContaining('D15 lapsed'),
    ]);
    expect(await postSince(world, before)).toEqual([
      'p1@utforare.example Ett ärende kan avslutas',
      'p1@utforare.example Ett ärende fortsätter',
    ]);
    expect(await world.journal('A-1')).toContain('end-taken-back L-72 O1');
    await world.passTo('2026-10-20', '08:00');
    expect((await order()).state).toBe('started');
  });

  it('decided again later, the documentation is owed again (L-53)', async () => {
    await end('2026-09-30');
    await back();
    await end('2026-10-10');
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-25T00:00:00+02:00');
  });

  it('not when another provider has the days by now, and none that nobody has decided', async () => {
    expect(await back()).toMatchObject({ status: 409, body: { code: 'no-end-decided' } });
    await end('2026-09-20');
    const next = { ...orderBody, providerId: 'P2', from: '2026-09-21' };
    expect((await world.call('placeOrder', officer, { body: next })).status).toBe(201);
    expect(await back()).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
    expect((await order()).state).toBe('ending');
  });

  it('is never moved, nor taken away back in time, without a reason', async () => {
    const missing = { status: 422, body: { faults: [{ at: 'body.reason', code: 'reason-missing' }] } };
    expect(await end('2026-09-13')).toMatchObject(missing);
    await end('2026-09-30');
    expect(await end('2026-10-10')).toMatchObject(missing);
    expect((await end('2026-09-13', { reason: 'Kunden flyttade redan då' })).body.corrections).toMatchObject([
      { what: 'LAST_DAY', was: '2026-09-30', is: '2026-09-13', reason: 'Kunden flyttade redan då' },
    ]);
  });

  it('moved, it says so; the same day again is nothing new', async () => {
    await end('2026-09-30');
    const moved = await end('2026-10-10', { reason: 'Kunden flyttar senare' });
    expect(moved.body.corrections).toMatchObject([{ what: 'LAST_DAY', was: '2026-09-30', is: '2026-10-10' }]);
    const rows = await world.journal('A-1');
    expect(rows).toContain('end-moved L-72 O1');
    const again = await end('2026-10-10');
    expect([again.status, again.headers.etag]).toEqual([200, moved.headers.etag]);
    expect(await world.journal('A-1')).toEqual(rows);
    expect(await postSince(world, before)).toEqual([
      'p1@utforare.example Ett ärende kan avslutas',
      'p1@utforare.example Sista dagen i ett ärende har ändrats',
    ]);
  });
});

describe('what is granted for a time (between #10)', () => {
  const path2 = { orderId: 'B-2' };
  beforeEach(async () => {
    const service = { code: 'OMV', minutesPerMonth: 600 };
    const services = [service, { code: 'LED', minutesPerMonth: 60, to: '2026-09-30' }];
    const body = { ...orderBody, caseNo: 'A-2', services, from: '2026-09-14', to: '2026-09-30' };
    await world.call('placeOrder', officer, { body });
    await world.call('startOrder', coordinator, { path: path2, body: {} });
  });
  const prolong = () => world.call('endOrder', officer, { path: path2, body: { lastDay: '2026-10-31' } });

  it('is granted for longer: the order, its days and its services keep what the answer says', async () => {
    expect((await prolong()).body).toMatchObject({ to: '2026-10-31', ending: { lastDay: '2026-10-31' } });
    await world.passTo('2026-10-02', '08:00');
    const { body } = await world.call('getOrder', officer, { path: path2 });
    expect(body).toMatchObject({ state: 'ending', to: '2026-10-31' });
    const [given] = await assignmentStore(world.table).ofCase('A-2');
    expect(given).toMatchObject({ to: '2026-10-31', services: [{ code: 'OMV' }, { code: 'LED', to: '2026-10-31' }] });
    await world.passTo('2026-11-01', '08:00');
    expect((await world.call('getOrder', officer, { path: path2 })).body.state).toBe('closed');
  });

  it('not where another provider has taken those days for the same service', async () => {
    const next = { ...orderBody, caseNo: 'A-2', providerId: 'P2', from: '2026-10-01' };
    expect((await world.call('placeOrder', officer, { body: next })).status).toBe(201);
    expect(await prolong()).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
    const { body } = await world.call('getOrder', officer, { path: path2 });
    expect([body.state, body.to]).toEqual(['started', '2026-09-30']);
  });
});
