import { describe, expect, it } from 'vitest';
import { nextTurn } from '../../../../functions/choices/turn-step.ts';
import {
  administrator,
  aWorld,
  coordinator,
  head,
  manager,
  neighbourManager,
  officer,
  type World,
} from '../../../support/a-world.ts';

const path = { providerId: 'P1' };
const declare = (world: World, value: number | null, who = manager) =>
  world.call('declareCeiling', who, { path, body: { value } });
const capacity = async (world: World, who = officer) => (await world.call('getCapacity', who, { path })).body;
const order = (world: World, caseNo: string, hours: number, over: object = {}) =>
  world.call('placeOrder', officer, {
    body: { caseNo, providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: hours * 60 }], ...over },
  });
const warnings = async (world: World) => {
  await world.tick();
  return (await world.letters()).filter(({ subject }) => subject.includes('kapacitetstak'));
};

describe('a capacity ceiling', () => {
  it('E47: the officers are told once, as 10 % is left, and of no customer (L-73, L-74)', async () => {
    const world = await aWorld();
    await world.register({ caseNo: 'A-1', minutes: 440 * 60 });
    expect(await capacity(world)).toMatchObject({ ceiling: null, state: 'NORMAL', version: 0 });
    expect((await declare(world, 500)).body).toMatchObject({
      used: 440,
      percentLeft: 12,
      state: 'NORMAL',
      forecast: {},
    });

    expect((await order(world, 'A-2', 12)).status).toBe(201);
    expect(await capacity(world)).toMatchObject({
      used: 452,
      percentLeft: 9,
      state: 'NEAR',
      forecast: { near: '2026-11-02' },
    });
    await order(world, 'A-3', 2);
    const told = await warnings(world);
    expect(told.map(({ to }) => to)).toEqual(['o1@kommun.example', 'o2@kommun.example']);
    expect(told[0]?.text).toContain('Omsorg Ett AB har mindre än 10 % kvar till sitt tak.\nAnvänt: 452 av 500.');
    expect(told[0]?.text).not.toMatch(/A-\d/);

    // The customer's own choice stands though the ceiling is passed; whoever orders next is told that it is full.
    expect((await order(world, 'A-4', 60)).status).toBe(201);
    expect((await warnings(world)).slice(2).map(({ text }) => text.split('\n')[0])).toEqual([
      'Omsorg Ett AB har nått sitt kapacitetstak.',
      'Omsorg Ett AB har nått sitt kapacitetstak.',
    ]);
    expect(await capacity(world)).toMatchObject({ used: 514, percentLeft: 0, state: 'FULL' });
  });

  it('exactly 450 of 500 is told as well', async () => {
    const world = await aWorld();
    await world.register({ caseNo: 'A-1', minutes: 440 * 60 });
    await declare(world, 500);
    await order(world, 'A-2', 10);
    expect(await warnings(world)).toHaveLength(2);
  });

  it('tells the day from which the provider is near and full, by what is already given', async () => {
    const world = await aWorld();
    await world.register({ caseNo: 'A-1', minutes: 6000 });
    await declare(world, 200);
    await order(world, 'A-2', 80, { from: '2026-11-20', to: '2026-12-24' });
    await order(world, 'A-3', 20, { from: '2026-12-01' });
    expect(await capacity(world, coordinator)).toMatchObject({
      ...{ usedToday: 100, used: 200, state: 'FULL' },
      forecast: { near: '2026-11-20', full: '2026-12-01' },
    });
  });

  it('is passed over on the turn list when the order would pass it, and keeps its turn (A13, A44)', async () => {
    const world = await aWorld();
    await world.call('arrangeTurns', officer, {
      body: {
        providers: [
          { providerId: 'P1', number: 1 },
          { providerId: 'P2', number: 2 },
        ],
      },
    });
    await declare(world, 10);
    const turn = (minutesPerMonth: number) =>
      nextTurn(world.deps, {
        orderId: 'B',
        caseNo: 'A-9',
        kind: 'NONCHOICE',
        minutesPerMonth,
        by: 'O1',
        at: world.clock.now(),
      });
    expect(await turn(601)).toMatchObject({
      value: { providerId: 'P2', pick: { skipped: [{ provider: 'P1', reason: 'CAPACITY' }] } },
    });
    expect(await turn(600)).toMatchObject({ value: { providerId: 'P1' } });
  });

  it('counts customers where the pack says so, each once', async () => {
    const world = await aWorld({ settings: { overrides: ['capacity.unit=CUSTOMERS'] } });
    await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2', to: '2026-11-10' });
    await declare(world, 3);
    await order(world, 'A-2', 10, { from: '2026-11-11' });
    expect(await capacity(world)).toMatchObject({ ceiling: { value: 3, unit: 'CUSTOMERS' }, used: 2, percentLeft: 33 });
  });

  it('is withdrawn, and nothing is counted any more; stated anew, everything is counted from the beginning', async () => {
    const world = await aWorld();
    await declare(world, 10);
    expect((await declare(world, null)).body).toMatchObject({ ceiling: null });
    await order(world, 'A-2', 20);
    expect(await warnings(world)).toEqual([]);
    expect((await declare(world, 20, administrator)).body).toMatchObject({ used: 20, state: 'FULL' });
    expect(await warnings(world)).toHaveLength(2);
    await declare(world, 21);
    expect(await warnings(world)).toHaveLength(2);
  });

  it('is its own affair: another provider hears of none', async () => {
    const world = await aWorld();
    const foreign = await declare(world, 10, neighbourManager);
    const none = await world.call('declareCeiling', neighbourManager, {
      path: { providerId: 'P9' },
      body: { value: 10 },
    });
    expect([foreign.status, foreign.text]).toEqual([404, none.text]);
    expect((await world.call('getCapacity', neighbourManager, { path })).status).toBe(404);
    expect((await world.call('getCapacity', head, { path: { providerId: 'P9' } })).status).toBe(404);
  });

  it('follows the customer to another provider, from the day of the switch (L-63)', async () => {
    const world = await aWorld();
    await declare(world, 100);
    const { id: orderId } = (await order(world, 'A-2', 95)).body;
    await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
    const said = { caseNo: 'A-2', toProviderId: 'P2', mode: 'ORAL' };
    const { id: switchId } = (await world.call('requestSwitch', officer, { body: said })).body;
    await world.call('tellProviders', officer, { path: { switchId }, body: {} });
    const set = await world.call('setSwitchDate', officer, { path: { switchId }, body: { on: '2026-11-10' } });
    expect(set.status).toBe(200);
    expect(await capacity(world)).toMatchObject({ used: 95, forecast: { near: '2026-11-02' } });
    world.clock.set('2026-11-10T08:00:00.000Z');
    expect(await capacity(world)).toMatchObject({ used: 0, state: 'NORMAL' });
  });

  it('two orders at the same time are both counted', async () => {
    const world = await aWorld();
    await declare(world, 100);
    const answers = await Promise.all([order(world, 'A-2', 30), order(world, 'A-3', 40), order(world, 'A-4', 25)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await capacity(world)).toMatchObject({ used: 95, state: 'NEAR' });
    expect(await warnings(world)).toHaveLength(2);
  });
});
