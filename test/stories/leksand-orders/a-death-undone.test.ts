import { beforeAll, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { aWorld, colleague, coordinator, neighbour, officer, type World } from '../../support/a-world.ts';

/** Leksand: a death is told of the wrong customer, who has home care in A-7 and respite in A-8 (A73). */
const elsa = { name: 'Elsa Provsson', personnummer: '191212121212', address: 'Storgatan 1' };
const reason = 'Gällde en annan kund';

let world: World;
const orders = { home: '', respite: '' };
const sides = [
  ['home', officer, coordinator, 'A-7', 'P1', 'OMV'],
  ['respite', colleague, neighbour, 'A-8', 'P2', 'AVL'],
] as const;
const shown = async () =>
  Promise.all(
    sides.map(async ([key, who]) => {
      const { body } = await world.call('getOrder', who, { path: { orderId: orders[key] } });
      return [body.state, body.ending];
    }),
  );
const days = async () =>
  (await Promise.all(['A-7', 'A-8'].map((caseNo) => assignmentStore(world.table).ofCase(caseNo)))).flat();

describe('a death told of the wrong customer, noticed after a day', () => {
  let asWas: unknown;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
    for (const [key, who, at, caseNo, providerId, code] of sides) {
      const body = { caseNo, providerId, services: [{ code, minutesPerMonth: 600 }], customer: elsa };
      orders[key] = (await world.call('placeOrder', who, { body })).body.id;
      await world.call('startOrder', at, { path: { orderId: orders[key] }, body: {} });
    }
    await world.passTo('2026-11-10', '08:00');
    asWas = [await shown(), await days()];
    const path = { orderId: orders.home };
    await world.call('reportDeath', coordinator, { path, body: { date: '2026-11-09' } });
    await world.passTo('2026-11-11', '08:00');
  });

  it('gives the other case no order meanwhile, and no switch (L-49, A73)', async () => {
    const body = { caseNo: 'A-8', providerId: 'P2', services: [{ code: 'AVL', minutesPerMonth: 60 }] };
    const refused = { status: 409, body: { code: 'customer-dead' } };
    expect(await world.call('placeOrder', colleague, { body: { ...body, from: '2026-12-01' } })).toMatchObject(refused);
  });

  it('is undone in both cases, and all who had heard hear of it, none where (L-59, A73)', async () => {
    const sent = (await world.letters()).length;
    const path = { orderId: orders.home };
    expect((await world.call('undoDeath', officer, { path, body: { reason } })).status).toBe(200);
    expect([await shown(), await days()]).toEqual(asWas);
    await world.tick();
    const post = (await world.letters()).slice(sent);
    expect(post.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual([
      'o2@kommun.example En uppgift i ett ärende har rättats',
      'p1@utforare.example Ett ärende fortsätter',
      'p2@utforare.example Ett ärende fortsätter',
    ]);
    for (const { to, text } of post) if (!to.startsWith('p1')) expect(text).not.toMatch(/A-7|Omsorg Ett|död|avlid/);
    for (const caseNo of ['A-7', 'A-8'])
      expect((await world.journal(caseNo)).filter((row) => row.startsWith('death-undone'))).toHaveLength(1);
  });
});
