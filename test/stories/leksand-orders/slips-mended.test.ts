import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, coordinator, neighbour, officer, type World } from '../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, path } from '../../support/an-order-under-way.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const reason = 'Det blev fel.';
let world: World;

describe('an order that went to the wrong provider', () => {
  it('is taken back before it is confirmed, and the right one is sent the same day (L-10)', async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
    await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services } });
    expect((await world.call('withdrawOrder', officer, { path, body: { reason } })).body.state).toBe('withdrawn');
    const right = await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P2', services } });
    expect(right.status).toBe(201);
    expect((await world.call('confirmOrder', coordinator, { path, body: {} })).status).toBe(409);
    const confirmed = await world.call('confirmOrder', neighbour, { path: { orderId: right.body.id }, body: {} });
    expect(confirmed.status).toBe(200);
    // A second after the confirmation it is somebody's work: it is ended, not taken back.
    const late = { path: { orderId: right.body.id }, body: { reason } };
    expect(await world.call('withdrawOrder', officer, late)).toMatchObject({ status: 409 });
  });
});

describe('days that were told wrong', () => {
  beforeEach(async () => {
    world = await anOrderUnderWay('2026-09-14');
  });

  it('the first visit, with what is counted from it (L-16, L-55)', async () => {
    const body = { startedOn: '2026-09-08', reason };
    const answer = await world.call('startOrder', coordinator, { path, body });
    expect(answer.body).toMatchObject({ started: { on: '2026-09-08' }, corrections: [{ what: 'FIRST_VISIT' }] });
    expect((await deadlinesOf(world)).find((one) => one.startsWith('D16'))).toContain('2026-09-23T00:00:00');
  });

  it('a stay in hospital that the officer was told of, and its days (L-58, L-67, L-68)', async () => {
    await world.call('reportHospital', officer, { path, body: { from: '2026-09-12' } });
    const body = { admittedOn: '2026-09-12', from: '2026-09-11', reason };
    const corrected = await world.call('correctStay', coordinator, { path, body });
    expect(corrected.body).toMatchObject({ pause: { from: '2026-09-11' } });
    const home = { at: '2026-09-20T10:00:00+02:00' };
    await world.call('planHomecoming', officer, { path, body: home });
    // Brought forward: what is waited for follows both ways.
    const sooner = await world.call('planHomecoming', officer, { path, body: { at: '2026-09-18T10:00:00+02:00' } });
    expect(sooner.body.pause.homecoming).toBe('2026-09-18T08:00:00.000Z');
    await world.passTo('2026-09-18', '12:00');
    expect((await world.call('resumeOrder', officer, { path, body: { on: '2026-09-18' } })).body.state).toBe('started');
  });

  it('an end that was decided is moved, and taken back (L-72)', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-20' } });
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-25', reason } });
    expect((await world.call('getOrder', officer, { path })).body.ending).toMatchObject({ lastDay: '2026-09-25' });
    expect((await world.call('withdrawEnd', officer, { path, body: { reason } })).body.state).toBe('started');
    const rows = await world.journal('A-1');
    for (const event of ['end-decided', 'end-moved', 'end-taken-back'])
      expect(rows.some((row) => row.startsWith(event))).toBe(true);
  });

  it('an answer of 200 never hides that nothing changed: the same again has the same version', async () => {
    const before = await world.call('getOrder', officer, { path });
    const same = { from: '2026-09-20', services };
    const again = await world.call('changeServices', officer, { path, body: same });
    expect([again.status, again.headers.etag]).toEqual([200, before.headers.etag]);
  });
});
