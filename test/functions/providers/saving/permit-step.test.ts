import { describe, expect, it } from 'vitest';
import { administrator, aWorld, officer, type World } from '../../../support/a-world.ts';

const body = { number: 3, name: 'Omsorg Tre AB', kind: 'private', email: 'p3@utforare.example' };
const save = (world: World, over: object) =>
  world.call('saveProvider', administrator, { path: { providerId: 'P3' }, body: { ...body, ...over } });
const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const place = (world: World, from: string, over: object = { providerId: 'P3' }) =>
  world.call('placeOrder', officer, { body: { caseNo: 'A-1', services, from, ...over } });
const permit = { from: '2026-10-01', to: '2027-01-31', reference: 'IVO-0001' };
const tasks = async (world: World) => {
  const { items } = (await world.call('listTasks', administrator)).body;
  return items.filter(({ code }: { code: string }) => code === 'P01');
};

describe('a permit for home care (SoL 2025:400, 26:1)', () => {
  it('is kept when it is not mentioned, changed when it is, and gone with null', async () => {
    const world = await aWorld();
    expect((await save(world, { permit })).body.permit).toEqual(permit);
    expect((await save(world, { offers: 'Vi talar finska.' })).body.permit).toEqual(permit);
    expect((await save(world, { permit: { from: '2026-10-01' } })).body.permit).toEqual({ from: '2026-10-01' });
    expect((await save(world, { permit: null })).body.permit).toBeUndefined();
    expect(await save(world, { permit: { from: '2026-10-02', to: '2026-10-01' } })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.permit.to', code: 'to-before-from' }] },
    });
  });

  it.each([
    ['before its first day', '2026-09-30', 422],
    ['on its first day', '2026-10-01', 201],
    ['on its last day', '2027-01-31', 201],
    ['after its last day', '2027-02-01', 422],
  ] as const)('decides where care may begin: %s', async (_when, from, status) => {
    const world = await aWorld();
    await save(world, { permit, approvedFrom: '2026-01-01' });
    const placed = await place(world, from);
    expect(placed.status).toBe(status);
    if (status === 422)
      expect(placed.body.faults).toMatchObject([{ at: 'body.providerId', code: 'provider-without-permit' }]);
  });

  it('is not passed by a start that is moved, or waits for a home-coming, to after its last day (A71, S-14)', async () => {
    const world = await aWorld();
    await save(world, { permit: { from: '2026-10-01', to: '2026-11-20' } });
    const unpermitted = (at: string) => ({
      status: 422,
      body: { faults: [{ at, code: 'provider-without-permit' }] },
    });
    const late = '2026-11-21T13:00:00+01:00';
    const asked = { providerId: 'P3', homecoming: late };
    expect(await place(world, '2026-11-02', asked)).toMatchObject(unpermitted('body.homecoming'));
    const needed = { providerId: 'P3', urgent: true, neededBy: late };
    expect(await place(world, '2026-11-02', needed)).toMatchObject(unpermitted('body.neededBy'));
    const path = { orderId: (await place(world, '2026-11-02')).body.id };
    const act = (key: 'deferOrder' | 'planHomecoming', body: object) => world.call(key, officer, { path, body });
    expect(await act('deferOrder', { until: late })).toMatchObject(unpermitted('body.until'));
    expect(await act('planHomecoming', { at: late })).toMatchObject(unpermitted('body.at'));
    expect((await act('planHomecoming', { at: '2026-11-20T13:00:00+01:00' })).status).toBe(200);
  });

  it('passes a provider over on the turn list, and says why', async () => {
    const world = await aWorld();
    await save(world, { permit: { from: '2026-01-01', to: '2026-09-30' } });
    const list = [
      { providerId: 'P3', number: 3 },
      { providerId: 'P1', number: 1 },
      { providerId: 'P2', number: 2 },
    ];
    await world.call('arrangeTurns', officer, { body: { providers: list, first: 'P3' } });
    const listed = (await world.call('listTurns', officer)).body.providers;
    expect(listed.find(({ providerId }: { providerId: string }) => providerId === 'P3')).toMatchObject({
      place: 1,
      notNow: 'NO_PERMIT',
    });
    const placed = await place(world, '2026-11-10', { abstains: true });
    expect(placed).toMatchObject({ status: 201, body: { providerId: 'P1' } });
  });

  it('lets nobody be moved to a provider on a day outside it', async () => {
    const world = await aWorld();
    await save(world, { permit: { from: '2026-10-01', to: '2026-11-05' } });
    await world.register({ caseNo: 'A-1' });
    const ask = (over: object) =>
      world.call('requestSwitch', officer, { body: { caseNo: 'A-1', toProviderId: 'P3', mode: 'ORAL', ...over } });
    expect(await ask({ wishedDate: '2026-11-12' })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.toProviderId', code: 'provider-without-permit' }] },
    });
    const { id: switchId } = (await ask({})).body;
    await world.call('tellProviders', officer, { path: { switchId }, body: {} });
    const date = (on: string) => world.call('setSwitchDate', officer, { path: { switchId }, body: { on } });
    expect(await date('2026-11-06')).toMatchObject({ status: 422, body: { faults: [{ at: 'body.on' }] } });
    expect((await date('2026-11-05')).status).toBe(200);
  });

  it('is warned of sixty days before it ends, once, and waited for no more when a new one is written in', async () => {
    const world = await aWorld();
    await save(world, { permit });
    const [task] = await tasks(world);
    expect(task).toMatchObject({ state: 'due', due: '2027-02-01T00:00:00+01:00', subject: { providerId: 'P3' } });
    const about = async () =>
      (await world.letters()).filter(({ subject }) => subject === 'En utförares tillstånd går ut').map(({ to }) => to);
    await world.passTo('2026-12-02', '07:00');
    expect(await about()).toEqual([]);
    await world.passTo('2026-12-02', '09:00');
    expect(await about()).toEqual(['d1@kommun.example']);
    await save(world, { permit: { ...permit, to: '2029-01-31' } });
    expect(await tasks(world)).toMatchObject([{ state: 'due', due: '2029-02-01T00:00:00+01:00' }]);
    await save(world, { permit: { from: '2026-10-01' } });
    expect((await tasks(world)).filter(({ state }: { state: string }) => state !== 'done')).toEqual([]);
  });
});
