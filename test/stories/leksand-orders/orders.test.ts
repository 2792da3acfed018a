import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, neighbour, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const told = { informedOfChoice: true, informationHandedOver: true };
const subjects = async (world: World) => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);

/** Leksand's routine, rows 1 to 5, as its document tells them: one customer who chooses and one who abstains. */
describe('Leksand: from the home visit to the first visit', () => {
  let world: World;
  const path = { orderId: 'B-1' };
  const read = async () => (await world.call('getOrder', officer, { path })).body;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '15:20' });
  });

  it('draws up the list in advance, with every provider and its number (L-06, L-07)', async () => {
    const providers = ['P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 }));
    expect((await world.call('arrangeTurns', officer, { body: { providers, first: 'P2' } })).status).toBe(200);
  });

  it('orders the decided services from the provider that the customer chose (L-02, L-10, L-11)', async () => {
    const body = { caseNo: 'A-1', providerId: 'P1', services, choice: { mode: 'ORAL', ...told } };
    const { body: order } = await world.call('placeOrder', officer, { body });
    expect(order).toMatchObject({ state: 'placed', services, choice: { how: 'CHOSEN', mode: 'ORAL' } });
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1', 'choice-registered L-09 O1']);
  });

  it('has nothing to remark when the customer was informed and given the list (L-01, L-03)', async () => {
    const body = { caseNo: 'A-2', providerId: 'P1', services, choice: { mode: 'ORAL', ...told } };
    expect((await world.call('placeOrder', officer, { body })).body.warnings).toEqual([]);
    const bare = { caseNo: 'A-3', providerId: 'P1', services };
    const { warnings } = (await world.call('placeOrder', officer, { body: bare })).body;
    expect(warnings.map(({ rule }: { rule: string }) => rule)).toEqual(['L-02', 'L-01', 'L-03']);
  });

  it('gives a customer who abstains the provider in turn, and marks the date (L-05, L-08, L-09)', async () => {
    const body = { caseNo: 'A-4', services, abstains: true, choice: told };
    const { body: order } = await world.call('placeOrder', officer, { body });
    expect(order).toMatchObject({ providerId: 'P2', choice: { how: 'ABSTAINED' }, warnings: [] });
  });

  it('reminds the provider halfway, until it confirms within a dygn (L-12, A02)', async () => {
    await world.passTo('2026-09-17', '04:00');
    expect(await subjects(world)).toContain('p1@utforare.example En beställning väntar på bekräftelse');
    await world.call('confirmOrder', coordinator, { path, body: {} });
    expect((await read()).deadlines).toMatchObject([
      { code: 'D01', state: 'done' },
      { code: 'D02', state: 'open' },
    ]);
    await world.tick();
    expect(await subjects(world)).toContain('o1@kommun.example En beställning är bekräftad');
  });

  it('begins within the dygn, and the officer sees the order as executed (L-13, L-15, L-16)', async () => {
    await world.passTo('2026-09-17', '09:00');
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(await read()).toMatchObject({ state: 'started', started: { on: '2026-09-17', late: false } });
    const list = await world.call('listOrders', officer, { query: { state: 'started' } });
    expect(list.body.items).toMatchObject([{ id: 'B-1' }]);
  });

  it('is told of what nobody has begun in time (L-13)', async () => {
    await world.passTo('2026-09-17', '15:25');
    expect(await subjects(world)).toContain('p2@utforare.example En beställning är inte påbörjad i tid');
  });

  it('begun all the same confirms at that instant, and stays late (A57)', async () => {
    const { body: order } = await world.call('startOrder', neighbour, { path: { orderId: 'B-4' }, body: {} });
    expect(order).toMatchObject({ confirmed: { implicit: true, late: true }, started: { late: true } });
  });

  it('an urgent one should begin the same day, softly (L-14)', async () => {
    const body = { caseNo: 'A-5', providerId: 'P1', services, urgent: true };
    const { body: order } = await world.call('placeOrder', officer, { body });
    expect(order.deadlines).toMatchObject([{ code: 'D01' }, { code: 'D02' }, { code: 'D03', hard: false }]);
    await world.tick();
    expect((await subjects(world)).at(-1)).toBe('p1@utforare.example Ett akut uppdrag');
  });
});
