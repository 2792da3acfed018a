import { beforeAll, describe, expect, it } from 'vitest';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  officer,
  type Person,
  type World,
} from '../../support/a-world.ts';

/** Leksand: a customer who must not be found, an officer who goes away, and what is said inside the system. */
describe('a customer with protected identity', () => {
  const customer = { name: 'Elsa Provsson', personnummer: '191212121212', address: 'Hemliga vägen 3' };
  const body = {
    ...{ caseNo: 'A-7', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
    choice: { mode: 'WRITTEN', informedOfChoice: true, informationHandedOver: true },
  };
  let world: World;
  let orderId: string;

  const inbox = async (who: Person) => (await world.call('listMessages', who)).body;
  const found = async (who: Person) =>
    (await world.call('searchPeople', who, { body: { name: 'Elsa', reason: 'söker ärendet' } })).body.items;

  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  });

  it('is written in by the officer whose case it becomes (L-11)', async () => {
    const path = { caseNo: 'A-7' };
    const saved = await world.call('saveCustomer', officer, {
      path,
      body: { customer: { ...customer, protected: true } },
    });
    expect(saved.status).toBe(201);
    expect([(await found(officer)).length, await found(colleague), await found(head)]).toEqual([1, [], []]);
  });

  it('is ordered for like anybody, and the provider is told inside the system, with no mail at all (L-10)', async () => {
    const placed = await world.call('placeOrder', officer, { body });
    expect(placed).toMatchObject({ status: 201, body: { told: { letter: 'N01', way: 'INSIDE' } } });
    orderId = placed.body.id;
    await world.tick();
    expect(await world.letters()).toEqual([]);
    const { unread, items } = await inbox(coordinator);
    expect([unread, items[0].caseNo, items[0].isNotice]).toEqual([1, 'A-7', true]);
    expect((await world.call('listTasks', administrator)).body.items).toEqual([]);
  });

  it('is confirmed and begun like anybody (L-12, L-16)', async () => {
    const path = { orderId };
    expect((await world.call('confirmOrder', coordinator, { path, body: {} })).status).toBe(200);
    expect((await world.call('startOrder', coordinator, { path, body: {} })).status).toBe(200);
  });

  it('is written about inside, where it may be told what must never be mailed (L-57)', async () => {
    const message = { to: 'officer:O1', caseNo: 'A-7', text: 'Kunden har kommit till sjukhus.' };
    const sent = await world.call('sendMessage', coordinator, { body: message });
    expect(sent.status).toBe(201);
    expect((await inbox(officer)).items[0]).toMatchObject({ caseNo: 'A-7', unread: 1 });
  });

  it('is taken care of by whoever stands in for the officer, who sees the same (L-27)', async () => {
    const week = { from: '2026-11-03', to: '2026-11-06' };
    const standIn = { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', ...week };
    expect((await world.call('appointDeputy', officer, { body: standIn })).status).toBe(201);
    await world.passTo('2026-11-03', '08:00');
    const headers = { 'x-acting-for': 'O1' };
    const read = { body: { caseNo: 'A-7', reason: 'utföraren har ringt' } };
    expect((await world.call('readIdentity', colleague, read)).status).toBe(404);
    const acting = await world.call('readIdentity', colleague, { ...read, headers });
    expect(acting.body.customer).toEqual({ ...customer, protected: true });
    expect((await world.call('getOrder', colleague, { path: { orderId }, headers })).status).toBe(200);
    world.sleepTo('2026-11-07', '00:00');
    expect(await world.call('readIdentity', colleague, { ...read, headers })).toMatchObject({
      status: 403,
      body: { code: 'deputy-ended' },
    });
  });

  it('has been read about by those and no others, each with the reason', async () => {
    const { items } = (await world.call('listAccess', head, { path: { caseNo: 'A-7' } })).body;
    expect(
      items.map((row: { by: { userId: string; actingFor?: string }; entry: string }) => [
        row.entry,
        row.by.userId,
        row.by.actingFor,
      ]),
    ).toEqual([
      ['saveCustomer', 'O1', undefined],
      ['searchPeople', 'O1', undefined],
      ['readIdentity', 'O2', 'O1'],
    ]);
    await world.passTo('2026-11-08', '08:00');
    const mail = JSON.stringify(await world.letters());
    expect(mail).not.toMatch(/A-7|Elsa|Provsson|sjukhus/);
  });
});
