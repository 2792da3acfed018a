import { beforeAll, describe, expect, it } from 'vitest';
import { administrator, aWorld, coordinator, manager, neighbour, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 12 * 60 }];

/**
 * Leksand, "Ickevalsalternativ" and "Kapacitetstak": customers who abstain get the provider in turn, a provider near
 * its ceiling is told of and passed over, and one that ends leaves no customer behind.
 */
describe('customers who abstain in Leksand', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-15', clock: '09:00' });
  });
  const abstains = (caseNo: string) =>
    world.call('placeOrder', officer, { body: { caseNo, abstains: true, services } });
  const list = async (who = officer) => (await world.call('listTurns', who)).body;

  it('the list is drawn up in advance with all providers, each with its number (L-06, L-07)', async () => {
    expect((await abstains('A-1')).body.code).toBe('turn-list-missing');
    const drawnUp = await world.call('arrangeTurns', officer, {
      body: {
        providers: [
          { providerId: 'P1', number: 1 },
          { providerId: 'P2', number: 2 },
        ],
      },
    });
    expect(drawnUp.body).toMatchObject({ queue: ['P1', 'P2'] });
    const without = await world.call('arrangeTurns', officer, {
      body: { providers: [{ providerId: 'P1', number: 1 }] },
    });
    expect(without.body.faults).toMatchObject([{ at: 'body.providers', code: 'provider-not-listed' }]);
  });

  it('the customer gets the provider in turn, and the pick is marked with the date (L-05, L-08, L-09)', async () => {
    const first = await abstains('A-1');
    expect(first).toMatchObject({ status: 201, body: { providerId: 'P1', choice: { how: 'ABSTAINED' } } });
    await world.passTo('2026-09-16', '09:00');
    expect((await abstains('A-2')).body.providerId).toBe('P2');
    expect((await list()).picks).toMatchObject([
      { on: '2026-09-16', caseNo: 'A-2', providerId: 'P2', by: 'O1' },
      { on: '2026-09-15', caseNo: 'A-1', providerId: 'P1', by: 'O1' },
    ]);
  });

  it('a provider states its ceiling, and the officers are told when 10 % is left (L-73, L-74)', async () => {
    const stated = await world.call('declareCeiling', manager, { path: { providerId: 'P1' }, body: { value: 26 } });
    expect(stated.body).toMatchObject({ used: 12, state: 'NORMAL' });
    await world.call('placeOrder', officer, { body: { caseNo: 'A-3', providerId: 'P1', services } });
    await world.tick();
    const told = (await world.letters()).filter(({ subject }) => subject === 'En utförare är nära sitt kapacitetstak');
    expect(told.map(({ to }) => to)).toEqual(['o1@kommun.example', 'o2@kommun.example']);
    expect(told[0]?.text).toContain('Använt: 24 av 26.');
  });

  it('one without room is passed over and keeps its turn (L-74, A13)', async () => {
    expect((await abstains('A-4')).body.providerId).toBe('P2');
    const { picks, next } = await list();
    expect(picks[0].skipped).toEqual([{ provider: 'P1', reason: 'CAPACITY' }]);
    expect(next).toMatchObject({ providerId: 'P1' });
  });

  it('the providers see the list, without the cases (L-08)', async () => {
    const seen = await world.call('listTurns', neighbour);
    expect(seen.body.picks).toHaveLength(3);
    expect(seen.text).not.toMatch(/A-\d/);
  });

  it('the one that ends is listed all the same, and its customers go on by turn (L-06, A14)', async () => {
    await world.call('declareCeiling', manager, { path: { providerId: 'P1' }, body: { value: null } });
    const { body } = await world.call('endProvider', administrator, {
      path: { providerId: 'P1' },
      body: { lastDay: '2026-09-18', to: 'TURNS' },
    });
    expect(body).toMatchObject({
      moved: [
        { caseNo: 'A-1', providerId: 'P2' },
        { caseNo: 'A-3', providerId: 'P2' },
      ],
      left: 0,
    });
    expect((await list()).providers).toMatchObject([{ providerId: 'P1', notNow: 'ENDED' }, { providerId: 'P2' }]);
    const theirs = (await world.call('getOrder', officer, { path: { orderId: body.moved[0].orderId } })).body;
    expect(theirs).toMatchObject({ from: '2026-09-19', state: 'placed', choice: { how: 'MOVED' } });
    expect(await world.journal('A-1')).toContain('customer-moved A14 D1');
  });

  it('the one that leaves may close on the day after the last, and owes its documentation (L-53, L-72)', async () => {
    await world.passTo('2026-09-19', '08:00');
    const { items } = (await world.call('listOrders', coordinator, { query: { state: 'closed' } })).body;
    expect(items.map(({ caseNo }: { caseNo: string }) => caseNo).toSorted()).toEqual(['A-1', 'A-3']);
  });
});
