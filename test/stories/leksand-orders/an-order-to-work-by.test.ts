import { beforeAll, describe, expect, it } from 'vitest';
import { administrator, aWorld, coordinator, officer, type World } from '../../support/a-world.ts';

/** An order that one can work by, and what the act of 2025 asks of it: permit, legal basis, the ground of a decrease. */
const catalogue = [
  { code: 'OMV', name: 'Omvårdnad', unit: 'MINUTES' },
  { code: 'SRV', name: 'Service', unit: 'MINUTES' },
] as const;
const content = { aim: 'Klara morgonen hemma', timesOfDay: ['MORNING'], visitsPerWeek: 7, decisionRef: 'SN-2026-114' };
const path = { orderId: '' };
let world: World;
const place = (over: object = {}) => {
  const order = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
  return world.call('placeOrder', officer, { body: { ...order, ...content, ...over } });
};

describe('an order', () => {
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00', settings: { services: [...catalogue] } });
  });

  it('takes its services from the municipality’s own catalogue (L-11)', async () => {
    const unknown = await place({ services: [{ code: 'XYZ', minutesPerMonth: 60 }] });
    expect(unknown).toMatchObject({ status: 422, body: { faults: [{ at: 'body.services.0.code' }] } });
  });

  it('is not placed on a day without a permit (SoL 2025:400, 26:1)', async () => {
    const permit = { from: '2025-01-01', to: '2026-11-30', reference: 'IVO-0001' };
    const saved = await world.call('saveProvider', administrator, {
      path: { providerId: 'P1' },
      body: { number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example', permit },
    });
    expect(saved.status).toBeLessThan(300);
    expect(await place({ from: '2026-12-01' })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'provider-without-permit' }] },
    });
  });

  it('says to provider and officer what for, when on the day, how often and by what right (L-11, L-15)', async () => {
    const placed = await place();
    expect(placed.status).toBe(201);
    path.orderId = placed.body.id;
    for (const who of [officer, coordinator])
      expect((await world.call('getOrder', who, { path })).body).toMatchObject({ ...content, legalBasis: '11:1' });
  });

  it('is lowered on a ground that is said, and never back in time (SoL 2025:400, 14:9)', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    await world.call('startOrder', coordinator, { path, body: {} });
    const services = [{ code: 'OMV', minutesPerMonth: 300 }];
    const lower = (more: object) => world.call('changeServices', officer, { path, body: { services, ...more } });
    expect(await lower({ from: '2026-11-10' })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'decrease-without-ground' }] },
    });
    const decrease = { ground: 'CUSTOMERS_WISH', decision: 'STANDING' };
    await world.passTo('2026-11-09', '08:00');
    expect(await lower({ from: '2026-11-08', decrease })).toMatchObject({
      body: { faults: [{ code: 'decrease-back-in-time' }] },
    });
    expect((await lower({ from: '2026-11-10', decrease })).status).toBe(200);
  });

  it('the administrator is warned before a permit ends (SoL 2025:400, 26:1)', async () => {
    const { items } = (await world.call('listTasks', administrator, {})).body;
    expect(items.map(({ code }: { code: string }) => code)).toContain('P01');
  });
});
