import { beforeAll, describe, expect, it } from 'vitest';
import { administrator, aWorld, coordinator, head, officer, type Person, type World } from '../../support/a-world.ts';

/** An officer is taken in, has cases, is away for a week, and leaves; the customers are somebody's all the while (L-27). */
const stina: Person = { userId: 'O77', role: 'officer' };
const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const about = (userId: string) => ({ path: { userId } });

let world: World;
const caseNos = async (who: Person, headers = {}) =>
  (await world.call('listOrders', who, { query: { list: 'all' }, headers })).body.items.map(
    ({ caseNo }: { caseNo: string }) => caseNo,
  );

describe('an officer', () => {
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  });

  it('is taken in with a role from a day on, and is nobody before it', async () => {
    const roles = [{ role: 'officer', from: '2026-11-03' }];
    const body = { name: 'Stina Ny', email: 'o77@kommun.example', roles };
    const saved = await world.call('saveStaff', administrator, { ...about('O77'), body });
    expect(saved).toMatchObject({ status: 201, body: { isNew: true } });
    expect((await world.call('listOrders', stina, { query: { list: 'all' } })).status).toBe(403);
    await world.passTo('2026-11-03', '08:00');
    expect(await caseNos(stina)).toEqual([]);
  });

  it('gets some of another’s cases, with the orders and what is unread of them, told once', async () => {
    for (const caseNo of ['A-1', 'A-2'])
      await world.call('placeOrder', officer, { body: { caseNo, providerId: 'P1', services } });
    const text = 'När kommer nyckeln?';
    await world.call('sendMessage', coordinator, { body: { caseNo: 'A-1', to: 'officer:O1', text } });
    const body = { to: 'O77', cases: ['A-1'], reason: 'WORKLOAD' };
    const moved = await world.call('moveCases', head, { path: { officerId: 'O1' }, body });
    expect(moved).toMatchObject({ status: 202, body: { state: 'DONE', failed: [] } });
    expect([await caseNos(officer), await caseNos(stina)]).toEqual([['A-2'], ['A-1']]);
    const { items } = (await world.call('listMessages', stina, {})).body;
    expect(items.filter(({ caseNo }: { caseNo?: string }) => caseNo === 'A-1')).toHaveLength(1);
    await world.tick();
    const told = (await world.letters()).filter(({ to }) => to === 'o77@kommun.example');
    expect(told.map(({ subject }) => subject)).toEqual(['Ärenden har bytt handläggare']);
  });

  it('is stood in for by a deputy in the days of the absence and no longer (L-27)', async () => {
    const days = { from: '2026-11-04', to: '2026-11-06' };
    const wish = { forUserId: 'O77', deputyUserId: 'O1', role: 'officer', ...days };
    expect((await world.call('appointDeputy', head, { body: wish })).status).toBe(201);
    const acting = { 'x-acting-for': 'O77' };
    expect((await world.call('listOrders', officer, { query: { list: 'all' }, headers: acting })).status).toBe(403);
    await world.passTo('2026-11-05', '08:00');
    expect(await caseNos(officer, acting)).toEqual(['A-1']);
    await world.passTo('2026-11-07', '08:00');
    expect((await world.call('listOrders', officer, { query: { list: 'all' }, headers: acting })).status).toBe(403);
  });

  it('does not leave while cases are theirs; all are moved, and the role is over at the next request', async () => {
    const early = await world.call('endStaff', administrator, { ...about('O77'), body: {} });
    expect(early).toMatchObject({ status: 409 });
    expect((await world.call('getMe', stina)).status).toBe(200);
    const body = { to: 'O1', cases: 'ALL', reason: 'LEAVES' };
    await world.call('moveCases', head, { path: { officerId: 'O77' }, body });
    await world.tick();
    expect((await caseNos(officer)).toSorted()).toEqual(['A-1', 'A-2']);
    expect((await world.call('endStaff', administrator, { ...about('O77'), body: {} })).status).toBe(200);
    expect((await world.call('getMe', stina)).status).toBe(403);
  });

  it('nobody without the role is given cases, and all of it stands in the journal', async () => {
    const body = { to: 'O77', cases: 'ALL', reason: 'LEAVES' };
    expect(await world.call('moveCases', head, { path: { officerId: 'O1' }, body })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.to', code: 'not-an-officer' }] },
    });
    expect((await world.journal('A-1')).filter((row) => row.startsWith('case-moved'))).toHaveLength(2);
  });
});
