import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, coordinator, nightPatrol, officer, type World } from '../../../support/a-world.ts';

const services = [
  { code: 'OMV', name: 'Omvårdnad', unit: 'MINUTES' as const, from: '2026-01-01' },
  { code: 'STD', name: 'Städning', unit: 'OCCASION' as const, to: '2026-11-30' },
];
let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', settings: { services } });
});
const granted = (...codes: string[]) => codes.map((code) => ({ code, minutesPerMonth: 600 }));
const place = (over: object) =>
  world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services: granted('OMV'), ...over } });
const unknown = (...places: string[]) => ({
  status: 422,
  body: { faults: places.map((at) => ({ at, code: 'unknown-service' })) },
});

describe('a municipality with a catalogue', () => {
  it('orders what is in it on the first day', async () => {
    expect((await place({ services: granted('OMV', 'STD') })).status).toBe(201);
  });

  it('and nothing else, each named by its place', async () => {
    expect(await place({ services: granted('OMV', 'XX', 'omv') })).toMatchObject(
      unknown('body.services.1.code', 'body.services.2.code'),
    );
    expect(await place({ services: granted('STD'), from: '2026-12-01' })).toMatchObject(
      unknown('body.services.0.code'),
    );
    const later = [{ code: 'STD', minutesPerMonth: 60, from: '2026-12-01' }];
    expect(await place({ services: later })).toMatchObject(unknown('body.services.0.code'));
  });

  it('nor by the night patrol', async () => {
    const body = { caseNo: 'A-1', services: granted('XX'), urgent: true, providerId: 'P1' };
    expect(await world.call('placeOrder', nightPatrol, { body })).toMatchObject(unknown('body.services.0.code'));
  });

  it('a new decision is held against it, what goes on is not', async () => {
    const { body } = await place({ services: granted('OMV', 'STD') });
    const change = (from: string, ...some: object[]) =>
      world.call('changeServices', officer, { path: { orderId: body.id }, body: { from, services: some } });
    const [omv, std] = granted('OMV', 'STD');
    const more = { code: 'STD', minutesPerMonth: 900 };
    expect(await change('2026-12-05', { ...omv }, more)).toMatchObject(unknown('body.services.1.code'));
    const wider = { code: 'OMV', minutesPerMonth: 700 };
    expect((await change('2026-12-05', wider, { ...std })).status).toBe(200);
  });

  it('a switch takes over what is in it on its day', async () => {
    const { body } = await place({ services: granted('STD') });
    expect(body.state).toBe('placed');
    await world.passTo('2026-11-25', '08:00');
    const wish = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
    const { body: one } = await world.call('requestSwitch', officer, { body: wish });
    const path = { switchId: one.id };
    await world.call('tellProviders', officer, { path, body: {} });
    const on = (day: string) => world.call('setSwitchDate', officer, { path, body: { on: day } });
    expect(await on('2026-12-03')).toMatchObject(unknown('body.on'));
    expect((await on('2026-11-30')).status).toBe(200);
  });
});

it('a municipality without one takes any code', async () => {
  world = await aWorld({ date: '2026-11-02' });
  const { body } = await place({ services: granted('XX') });
  expect((await world.call('getOrder', coordinator, { path: { orderId: body.id } })).status).toBe(200);
});
