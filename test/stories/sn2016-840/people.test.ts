import { beforeAll, describe, expect, it } from 'vitest';
import {
  aWorld,
  coordinator,
  neighbour,
  nightPatrol,
  officer,
  type Person,
  providers,
  type World,
} from '../../support/a-world.ts';

/** SN/2016:840-700: a night in November; whom the night patrol finds, gives an order, and reads about (S-17, S-18). */
describe('the night patrol gets a call', () => {
  const elsa = { name: 'Elsa Provsson', personnummer: '191212121212', address: 'Provvägen 3', phone: '070-174 06 05' };
  const adam = { name: 'Adam Nyman', personnummer: '195711212893', address: 'Nyvägen 1' };
  const services = [{ code: 'OMV', minutesPerMonth: 300 }];
  let world: World;

  const search = async (sought: object) => {
    const body = { ...sought, reason: 'larm i natt' };
    return (await world.call('searchPeople', nightPatrol, { body })).body.items;
  };
  const order = (caseNo: string, more: object = {}) =>
    world.call('placeOrder', nightPatrol, { body: { caseNo, services, urgent: true, ...more } });
  const read = (who: Person, caseNo: string) =>
    world.call('readIdentity', who, { body: { caseNo, reason: 'på väg dit' } });
  const turns = async () => (await world.call('listTurns', officer)).body;

  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-04', clock: '23:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-1', providerId: 'P2' });
    for (const [caseNo, customer] of [
      ['A-1', elsa],
      ['A-2', adam],
    ] as const)
      await world.call('saveCustomer', officer, { path: { caseNo }, body: { customer } });
    const list = Object.values(providers).map(({ id, number }) => ({ providerId: id, number }));
    expect((await world.call('arrangeTurns', officer, { body: { providers: list } })).status).toBeLessThan(300);
  });

  it('finds whether the customer has a provider, and not who the customer is (S-17)', async () => {
    expect(await search({ number: elsa.personnummer })).toEqual([
      { caseNo: 'A-1', hasProvider: true, provider: { id: 'P2', name: 'Kommunens hemtjänst' } },
    ]);
    expect(await search({ name: 'Adam Nyman' })).toEqual([{ caseNo: 'A-2', hasProvider: false }]);
    expect((await read(nightPatrol, 'A-1')).status).toBe(404);
  });

  it('gives urgent orders and no others (S-17)', async () => {
    const refused = await order('A-1', { urgent: false, providerId: 'P2' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'only-urgent' } });
  });

  it('gives the order to the provider that the customer has; nobody’s turn is taken (S-18)', async () => {
    const before = await turns();
    expect(await order('A-1')).toMatchObject({ status: 201, body: { providerId: 'P2', urgent: true } });
    expect((await turns()).next).toEqual(before.next);
  });

  it('gives it to whose turn it is when the customer has nobody (S-17, S-03)', async () => {
    const { next } = await turns();
    const given = await order('A-2');
    expect([given.status, given.body.providerId]).toEqual([201, next.providerId]);
    expect((await turns()).next).not.toEqual(next);
  });

  it('reads name and address of whom it has just ordered for, for a day, and nothing more (S-17)', async () => {
    expect((await read(nightPatrol, 'A-2')).body.customer).toEqual({ name: 'Adam Nyman', address: 'Nyvägen 1' });
    world.sleepTo('2026-11-05', '23:01');
    expect((await read(nightPatrol, 'A-2')).status).toBe(404);
  });

  it('may do nothing else: no orders, no months, no journal, no messages to write (S-17)', async () => {
    const path = { orderId: 'B-1', caseNo: 'A-2', month: '2026-11', providerId: 'P1' };
    for (const key of ['listOrders', 'getOrder', 'getJournal', 'listAccess', 'getMonth', 'listTurns'] as const)
      expect((await world.call(key, nightPatrol, { path })).status, key).toBe(403);
    const message = { to: 'officer:O1', caseNo: 'A-2', text: 'Hej' };
    expect((await world.call('sendMessage', nightPatrol, { body: message })).status).toBe(403);
  });

  it('leaves letters with the case number, and no name (S-24)', async () => {
    await world.passTo('2026-11-06', '08:00');
    const told = (await world.letters()).map(({ subject, text }) => `${subject} ${text}`).join('\n');
    const inboxes = await Promise.all([coordinator, neighbour].map((who) => world.call('listMessages', who)));
    expect(told + inboxes.map(({ text }) => text).join()).toContain('A-2');
    expect(told).not.toMatch(/Elsa|Provsson|Adam|Nyman|vägen|1212|1121/i);
  });
});
