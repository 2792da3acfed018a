import { describe, expect, it } from 'vitest';
import { decideLine, handIn, lineAt } from '../support/a-handed-in-month.ts';
import { aReport, type Visit } from '../support/a-report.ts';
import { coordinator, officer, type World } from '../support/a-world.ts';
import { anOrderUnderWay, path } from '../support/an-order-under-way.ts';

const handInWith = async (world: World, visits: readonly Visit[], ...form: readonly string[]) =>
  expect(await handIn(world, aReport({ 'A-1': visits }, { form }))).toMatchObject({ status: 201 });
const line = async (world: World) => (await world.call('getLine', officer, { path: lineAt('A-1') })).body;
const daily: readonly Visit[] = Array.from({ length: 31 }, (_, n) => [n + 1, 10]);

describe('what the order knows reaches the month, and what the form says reaches the order', () => {
  it('a death told on the last day of a month pays the day after in the next, without a form row (L-48)', async () => {
    const world = await anOrderUnderWay('2026-09-30');
    await world.call('reportDeath', coordinator, { path, body: { date: '2026-09-30' } });
    await world.passTo('2026-11-02', '09:00');
    await handInWith(world, [[1, 60, 'BOMTID']]);
    const { charged, proposal, trail } = await line(world);
    expect([charged, proposal.status]).toEqual([60, 'MATCH']);
    expect(trail[0]).toMatchObject({ rule: 'L-48', text: expect.stringContaining('kommunens egen uppgift') });
  });

  it('a visit reported while the customer is known to be in hospital is no match (L-46, L-58)', async () => {
    const world = await anOrderUnderWay('2026-10-06');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-05' } });
    await world.passTo('2026-11-02', '09:00');
    await handInWith(world, daily);
    // From the 6th on; the day of admission is served.
    expect(await line(world)).toMatchObject({
      charged: 50,
      proposal: { status: 'MISMATCH', unpaid: { HOSPITAL: 260 } },
    });
  });

  it('a no-show on the day of an admission told in the system is explained by it (L-47)', async () => {
    const world = await anOrderUnderWay('2026-10-06');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-05', to: '2026-10-06' } });
    await world.passTo('2026-11-02', '09:00');
    await handInWith(world, [[5, 45, 'BOMTID']]);
    expect(await line(world)).toMatchObject({ charged: 45, proposal: { status: 'MATCH' } });
  });

  it('dead before the first visit, nothing reported: nobody is to be asked (L-32, A68)', async () => {
    const world = await anOrderUnderWay('2026-10-02');
    await world.call('reportDeath', officer, { path, body: { date: '2026-10-01' } });
    await world.passTo('2026-11-02', '09:00');
    expect(await handIn(world, aReport({}))).toMatchObject({ status: 201 });
    expect(await decideLine(world, 'A-1', { decision: 'APPROVE', contacts: [{ with: 'provider' }] })).toMatchObject({
      status: 200,
      body: { charged: 0, decision: { kind: 'APPROVED' } },
    });
  });

  it('dies in hospital, the stay told in the system and the death in the form: one task, and nothing is paid', async () => {
    const world = await anOrderUnderWay('2026-10-06');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-05' } });
    await world.passTo('2026-11-02', '09:00');
    await handInWith(world, [[11, 30, 'BOMTID']], 'A-1;2026-10-10;;;AVLIDEN;;;');
    await world.tick();
    expect(await line(world)).toMatchObject({ charged: 0, proposal: { unpaid: { HOSPITAL: 30 } } });
    const { items } = (await world.call('listTasks', officer, { query: { kind: 'order' } })).body;
    const told = items.filter(({ code }: { code: string }) => code === 'D47');
    expect(told).toMatchObject([
      { about: 'Kunden har avlidit', on: '2026-10-10', subject: { orderId: path.orderId, ref: 'DEATH' } },
    ]);
    const taken = await world.call('takeOverFact', officer, { path: { ...path, factId: 'DEATH' }, body: {} });
    expect(taken.body).toMatchObject({ state: 'ending', ending: { cause: 'DEATH', lastDay: '2026-10-11' } });
  });

  it('more than granted is told apart by whether a greater need was reported in that month (L-45)', async () => {
    const visits: readonly Visit[] = [
      [12, 400],
      [13, 400],
    ];
    const world = await anOrderUnderWay('2026-10-12');
    await world.passTo('2026-11-02', '09:00');
    await handInWith(world, visits);
    expect((await line(world)).proposal).toMatchObject({ unpaid: { OVER_GRANTED: 200 }, warnings: ['NEED_NOT_TOLD'] });
    const told = await anOrderUnderWay('2026-10-12');
    const need = { kind: 'INCREASED', noticedOn: '2026-10-12', text: 'Behöver mer hjälp på morgonen' };
    await told.call('reportNeed', coordinator, { path, body: need });
    await told.passTo('2026-11-02', '09:00');
    await handInWith(told, visits);
    expect((await line(told)).proposal).toMatchObject({ unpaid: { OVER_GRANTED: 200 }, warnings: [] });
  });
});
