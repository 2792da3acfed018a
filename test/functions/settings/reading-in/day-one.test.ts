import { beforeEach, describe, expect, it } from 'vitest';
import { administrator, aWorld, head, manager, officer, type World } from '../../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 1200 }];
const aCase = (caseNo: string, more: object = {}) => ({
  ...{ caseNo, providerId: 'P1', officerId: 'O1', services, from: '2025-03-01', to: null },
  ...more,
});
const fileOf = (...cases: readonly object[]) => ({
  municipality: 'Provkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
    { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
  ],
  officers: [{ id: 'O1', email: 'o1@kommun.example' }],
  cases,
});

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const readIn = (...cases: readonly object[]) =>
  world.call('importMunicipality', administrator, { body: { file: fileOf(...cases) } });
type Shown = { id: string; caseNo: string; state: string; deadlines: { code: string }[] };
const ordersBy = async (): Promise<readonly Shown[]> =>
  (await world.call('listOrders', officer, { query: { list: 'all' } })).body.items;
const orderOf = async (caseNo: string) => {
  const found = (await ordersBy()).find((one) => one.caseNo === caseNo);
  return (await world.call('getOrder', officer, { path: { orderId: found?.id ?? '' } })).body;
};
const followUp = async (caseNo: string) =>
  (await world.table.query({ pk: `CASE#${caseNo}`, from: 'DEADLINE#', to: 'DEADLINE#~' })).items.map(
    ({ data }) => (data as { dueAt: string }).dueAt,
  );

describe('a customer that a municipality has on day one has a living order (A70)', () => {
  it('begun on its first day, with nobody written to, nothing to confirm and nothing late', async () => {
    expect(await readIn(aCase('C-1'))).toMatchObject({ status: 200, body: { cases: 1 } });
    const order = await orderOf('C-1');
    expect(order).toMatchObject({ state: 'started', choice: { how: 'READ_IN' }, started: { on: '2025-03-01' } });
    expect(order).not.toHaveProperty('confirmBy');
    expect(order).not.toHaveProperty('startBy');
    expect(order.deadlines).toEqual([]);
    expect(await world.journal('C-1')).toEqual(['order-read-in A70 D1']);
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });

  it('with the yearly follow-up from the last one, else from the day it is read in (L-56), once a case', async () => {
    await readIn(aCase('C-1', { followedUp: '2026-03-02' }), aCase('C-2'), aCase('C-3', { to: '2026-08-31' }));
    expect(await followUp('C-1')).toEqual(['2027-03-02T23:00:00.000Z']);
    expect(await followUp('C-2')).toEqual([expect.stringMatching(/^2027-/)]);
    expect(await followUp('C-3')).toEqual([]);
    const other = await aWorld();
    await other.call('importMunicipality', administrator, { body: { file: fileOf(aCase('C-1')), pack: 'sn2016-840' } });
    const { items } = await other.table.query({ pk: 'CASE#C-1', from: 'DEADLINE#', to: 'DEADLINE#~' });
    expect(items).toEqual([]);
  });

  it('every later act works on it: more need, hospital, papers, an end, a death', async () => {
    await readIn(aCase('C-1'), aCase('C-2'));
    const { id: orderId } = await orderOf('C-1');
    const path = { orderId };
    const more = { from: '2026-11-12', services: [{ code: 'OMV', minutesPerMonth: 1500 }] };
    expect(await world.call('changeServices', officer, { path, body: more })).toMatchObject({ status: 200 });
    const stay = await world.call('reportHospital', manager, { path, body: { from: '2026-11-01' } });
    expect(stay).toMatchObject({ status: 200, body: { state: 'paused' } });
    const home = await world.call('resumeOrder', officer, { path, body: { on: '2026-11-02' } });
    expect(home).toMatchObject({ status: 200, body: { state: 'started' } });
    const wish = { wishedOn: '2026-12-01', text: 'Flyttar till en annan kommun' };
    expect(await world.call('requestEnd', manager, { path, body: wish })).toMatchObject({ status: 200 });
    const dead = await world.call('reportDeath', manager, { path, body: { date: '2026-11-01' } });
    expect(dead).toMatchObject({ status: 200, body: { state: 'ending', ending: { cause: 'DEATH' } } });
    const { id: other } = await orderOf('C-2');
    const end = await world.call('endOrder', officer, { path: { orderId: other }, body: { lastDay: '2026-12-31' } });
    expect(end).toMatchObject({ status: 200, body: { ending: { lastDay: '2026-12-31' } } });
    expect((await world.call('listFollowUps', officer, { path: { caseNo: 'C-2' } })).status).toBe(200);
  });

  it('is switched to another provider, and both sides have an order', async () => {
    await readIn(aCase('C-1'));
    const asked = await world.call('requestSwitch', officer, {
      body: { caseNo: 'C-1', toProviderId: 'P2', mode: 'ORAL' },
    });
    expect(asked.status).toBe(201);
    expect(asked.body.leaving ?? asked.body).toBeTruthy();
  });

  it('what is known of it is what the order knows, without letters (L-46, L-48)', async () => {
    await readIn(
      aCase('C-1', { known: [{ kind: 'HOSPITAL', from: '2026-10-20', to: null }] }),
      aCase('C-2', { known: [{ kind: 'DEATH', on: '2026-11-01' }] }),
      aCase('C-3', { known: [{ kind: 'DEATH', on: '2026-10-05' }] }),
    );
    expect(await orderOf('C-1')).toMatchObject({ state: 'paused', pause: { from: '2026-10-20' } });
    expect(await orderOf('C-2')).toMatchObject({ state: 'ending', ending: { cause: 'DEATH', lastDay: '2026-11-02' } });
    const closed = (await world.table.query({ pk: 'CASE#C-3', from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' })).items[0];
    // The days it had are kept beside the death, which ends pay and shrinks nothing that was granted (A66).
    expect(closed?.data).toMatchObject({ to: '2026-10-06', death: { on: '2026-10-05', to: null } });
    expect(await world.letters()).toEqual([]);
  });

  it('one that begins later waits for its day, and one that is over is closed', async () => {
    await readIn(aCase('C-1', { from: '2027-01-01' }), aCase('C-2', { to: '2026-09-30' }));
    const listed = await world.call('listOrders', officer, { query: { state: 'closed' } });
    expect(JSON.stringify(listed.body)).toContain('C-2');
    const waiting = await orderOf('C-1');
    expect(waiting).toMatchObject({ state: 'confirmed', from: '2027-01-01' });
    expect(waiting).not.toHaveProperty('started');
  });

  it('a customer from before orders were read in, without one, is still there for every reader', async () => {
    await world.register({ caseNo: 'C-9' });
    expect(await readIn(aCase('C-9'))).toMatchObject({ status: 200, body: { cases: 0 } });
    const asked = await world.call('requestSwitch', officer, {
      body: { caseNo: 'C-9', toProviderId: 'P2', mode: 'ORAL' },
    });
    expect(asked.status).toBe(201);
  });
});

it('what has not been yet is not known, and 500 cases is the most that is read in while somebody waits', async () => {
  const ahead = await readIn(aCase('C-1', { followedUp: '2027-05-05' }));
  expect(ahead).toMatchObject({ status: 422, body: { code: 'bad-cases' } });
  expect(ahead.body.faults).toMatchObject([{ at: 'cases[0].followedUp', code: 'date-ahead' }]);
  const many = Array.from({ length: 501 }, (_, n) => aCase(`D-${n}`));
  expect(await readIn(...many)).toMatchObject({ status: 422, body: { code: 'too-many-cases' } });
  expect(await readIn(...many.slice(1))).toMatchObject({ status: 200, body: { cases: 500 } });
  expect((await world.call('getMe', head)).status).toBe(200);
});
