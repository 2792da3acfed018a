import { beforeEach, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { aWorld, coordinator, neighbour, neighbourManager, officer, type World } from '../../../support/a-world.ts';

let world: World;
let path: { switchId: string };
let order: { orderId: string };

/** A switch from P1 to P2, which has declared a ceiling, on 10 September. */
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-01', clock: '09:00' });
  await world.call('declareCeiling', neighbourManager, { path: { providerId: 'P2' }, body: { value: 1 } });
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services } });
  await world.call('startOrder', coordinator, { path: { orderId: 'B-1' }, body: {} });
  const wish = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
  path = { switchId: (await world.call('requestSwitch', officer, { body: wish })).body.id };
  await world.call('tellProviders', officer, { path, body: {} });
  await world.call('setSwitchDate', officer, { path, body: { on: '2026-09-10' } });
  order = { orderId: (await theSwitch()).orderId };
});
const theSwitch = async () => (await world.call('getSwitch', officer, { path })).body;
const reject = () => world.call('rejectOrder', neighbour, { path: order, body: { reason: 'CAPACITY' } });
const days = async () =>
  (await assignmentStore(world.table).ofCase('A-1')).map(({ providerId, from, to }) => [providerId, from, to]);

it('a joining provider that is full says no (A58): the switch is called off, and no day is left bare', async () => {
  await world.passTo('2026-09-08', '23:59');
  expect((await reject()).status).toBe(200);
  await world.passTo('2026-09-10', '08:00');
  expect(await theSwitch()).toMatchObject({ state: 'called-off', calledOff: { cause: 'JOINING_CLOSED' } });
  expect(await days()).toEqual([['P1', '2026-09-01', null]]);
  const { body } = await world.call('getOrder', officer, { path: { orderId: 'B-1' } });
  expect(body).toMatchObject({ state: 'started', to: null });
  expect(body).not.toHaveProperty('ending');
  const papers = body.deadlines.find(({ code }: { code: string }) => code === 'D15');
  expect(papers).toMatchObject({ state: 'lapsed' });
});

it.each([
  ['2026-09-09', '00:00'],
  ['2026-09-10', '08:00'],
])('but not on the day before or later, as on %s at %s: the customer has nobody else', async (day, clock) => {
  await world.passTo(day, clock);
  const { body } = await world.call('getOrder', neighbour, { path: order });
  expect(body.next).not.toContain('rejectOrder');
  expect(await reject()).toMatchObject({ status: 409, body: { code: 'order-taken-over' } });
  expect(await days()).toEqual([
    ['P1', '2026-09-01', '2026-09-09'],
    ['P2', '2026-09-10', null],
  ]);
});
