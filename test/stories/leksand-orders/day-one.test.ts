import { beforeAll, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { administrator, aWorld, coordinator, officer, type World } from '../../support/a-world.ts';

/** Leksand on its first day: customers who have had help for years are read in, and lived with as if ordered here (A70). */
const services = [{ code: 'OMV', minutesPerMonth: 1200 }];
const aCase = (caseNo: string, more: object = {}) => ({
  ...{ caseNo, providerId: 'P1', officerId: 'O1', services, from: '2024-03-01', to: null },
  ...more,
});
const fileOf = (cases: readonly object[], rates = [{ validFrom: '2026-01-01', orePerHour: 40_000 }]) => ({
  ...{ municipality: 'Exempelkommun', month: '2026-11', rates, cases },
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
    { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
  ],
  officers: [{ id: 'O1', name: 'Ola Ett' }],
});
type Row = { what: string; at: string; was?: string; is?: string; code?: string };
type Order = { id: string; caseNo: string; state: string };

let world: World;
const planned = async (file: object) => {
  const { body } = await world.call('planImport', administrator, { body: { file } });
  await world.tick();
  return { importId: String(body.importId) };
};
const shown = async (path: { importId: string }) =>
  (await world.call('getImport', administrator, { path })).body as { state: string; faults: number; rows: Row[] };
const run = async (path: { importId: string }) => {
  await world.call('runImport', administrator, { path });
  await world.tick();
  return shown(path);
};
const orderOf = async (caseNo: string): Promise<Order> => {
  const { items } = (await world.call('listOrders', officer, { query: { list: 'all' } })).body;
  const found = items.find((one: Order) => one.caseNo === caseNo);
  if (!found) throw new Error(`no order in ${caseNo}`);
  return found;
};
const act = async (
  key: 'changeServices' | 'endOrder' | 'reportHospital' | 'reportDeath',
  caseNo: string,
  body: object,
) => {
  const path = { orderId: (await orderOf(caseNo)).id };
  return world.call(key, key === 'reportHospital' ? coordinator : officer, { path, body });
};

describe('the first day', () => {
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  });

  it('says what would change and changes nothing; on yes the customers have living orders, and nobody is written to (A70)', async () => {
    const file = fileOf([aCase('C-1', { followedUp: '2026-02-10' }), aCase('C-2'), aCase('C-3'), aCase('C-4')]);
    const plan = await planned(file);
    expect(await shown(plan)).toMatchObject({ state: 'PLANNED', faults: 0 });
    expect(await assignmentStore(world.table).ofCase('C-1')).toEqual([]);
    expect(await run(plan)).toMatchObject({ state: 'DONE', faults: 0 });
    expect(await orderOf('C-1')).toMatchObject({ state: 'started' });
    expect(await world.letters()).toEqual([]);
  });

  it('nothing is late that was due before the system, and the follow-up is due a year from the last one (L-56)', async () => {
    await world.passTo('2026-11-03', '08:00');
    const { items } = (await world.call('listTasks', officer, {})).body;
    expect(items.filter(({ state }: { state: string }) => state === 'late')).toEqual([]);
    const { body } = await world.call('getOrder', officer, { path: { orderId: (await orderOf('C-1')).id } });
    expect(body).toMatchObject({ choice: { how: 'READ_IN' } });
  });

  it('a greater need, hospital, a death and an end work on them as on any other (L-45, L-57, L-58, L-59, L-72)', async () => {
    const more = { from: '2026-11-10', services: [{ code: 'OMV', minutesPerMonth: 1500 }] };
    expect((await act('changeServices', 'C-1', more)).status).toBe(200);
    expect((await act('reportHospital', 'C-2', { from: '2026-11-02' })).body.state).toBe('paused');
    expect((await act('reportDeath', 'C-3', { date: '2026-11-02' })).body.state).toBe('ending');
    expect((await act('endOrder', 'C-4', { lastDay: '2026-11-30' })).body.state).toBe('ending');
    const order = await world.call('placeOrder', officer, { body: { caseNo: 'C-3', providerId: 'P1', services } });
    expect(order).toMatchObject({ status: 409, body: { code: 'customer-dead' } });
  });

  it('a switch too, on the days that another provider then has (L-60, L-63)', async () => {
    const asked = { caseNo: 'C-1', toProviderId: 'P2', mode: 'ORAL' };
    const { body } = await world.call('requestSwitch', officer, { body: asked });
    const path = { switchId: body.id };
    await world.call('tellProviders', officer, { path, body: {} });
    expect((await world.call('setSwitchDate', officer, { path, body: { on: '2026-11-16' } })).status).toBe(200);
    const days = (await assignmentStore(world.table).ofCase('C-1')).map(({ providerId, to }) => `${providerId} ${to}`);
    expect(days.toSorted()).toEqual(['P1 2026-11-15', 'P2 null']);
  });
});

describe('the same file again', () => {
  it('tells row by row what is new, changed and left out, and never ends what it leaves out (A70)', async () => {
    const file = fileOf([aCase('C-2', { to: '2026-12-31' }), aCase('C-5')]);
    const plan = await planned(file);
    const { rows } = await shown(plan);
    const told = (what: string) => rows.filter((row) => row.what === what).map(({ at }) => at);
    expect(told('NEW')).toEqual(['cases[1]']);
    expect(told('CHANGED')).toEqual(['cases[0].to']);
    expect(told('LEFT_OUT').length).toBeGreaterThan(0);
    expect(await run(plan)).toMatchObject({ state: 'DONE' });
    expect(await orderOf('C-4')).toMatchObject({ state: 'ending' });
    expect((await assignmentStore(world.table).ofCase('C-2'))[0]).toMatchObject({ to: '2026-12-31' });
  });
});
