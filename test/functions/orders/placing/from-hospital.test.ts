import { beforeEach, expect, it } from 'vitest';
import { aWorld, coordinator, manager, officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-05' });
});

const order = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 1200 }] };
const place = (over: object = {}) =>
  world.call('placeOrder', officer, { body: { ...order, homecoming: '2026-10-12T13:00:00+02:00', ...over } });

it('the first order of a customer who lies in hospital is placed with the home-coming: the start counts from it (A71)', async () => {
  const { status, body } = await place();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    state: 'paused',
    pause: { from: '2026-10-05', homecoming: '2026-10-12T11:00:00.000Z', before: 'placed' },
    startBy: '2026-10-13T11:00:00.000Z',
  });
  const [start] = body.deadlines.filter(({ code }: { code: string }) => code === 'D02');
  expect(start).toMatchObject({ due: '2026-10-13T13:00:00+02:00', state: 'open' });
  expect(start.why.map(({ rule }: { rule: string }) => rule)).toContain('A71');
  expect(await world.journal('A-1')).toContain('homecoming-planned L-68 O1');
});

it('the provider confirms in the ordinary time, and nothing is late while the customer lies there', async () => {
  const { body } = await place();
  const path = { orderId: body.id };
  expect((await world.call('confirmOrder', coordinator, { path })).status).toBe(200);
  await world.passTo('2026-10-10', '08:00');
  const { body: waiting } = await world.call('getOrder', officer, { path });
  expect(waiting.deadlines.filter(({ state }: { state: string }) => state === 'overdue')).toEqual([]);
  await world.passTo('2026-10-12', '15:00');
  const started = await world.call('startOrder', manager, { path, body: {} });
  expect(started.body).toMatchObject({ state: 'started', started: { late: false } });
});

it('a home-coming that is moved leaves no word of the one before it (A71)', async () => {
  await place();
  const path = { orderId: 'B-1' };
  const moved = await world.call('planHomecoming', officer, { path, body: { at: '2026-10-14T13:00:00+02:00' } });
  const start = moved.body.deadlines.find(({ code }: { code: string }) => code === 'D02');
  expect(start.due).toBe('2026-10-15T13:00:00+02:00');
  expect(start.why.map(({ text }: { text: string }) => text).join(' ')).toMatch(/14 okt.* 15 okt/);
  expect(start.why.map(({ text }: { text: string }) => text).join(' ')).not.toMatch(/1[23] okt/);
});

it('its month knows of the stay from the day that it was told', async () => {
  await place();
  const { items } = await world.table.query({ pk: 'CASE#A-1', from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' });
  expect(items[0]?.data).toMatchObject({ known: [{ kind: 'HOSPITAL', from: '2026-10-05', to: null }] });
});

it.each<[string, object, string]>([
  ['that has been', { homecoming: '2026-10-05T07:00:00+02:00' }, 'homecoming-past'],
  ['of what is urgent', { urgent: true }, 'homecoming-of-urgent'],
])('not a home-coming %s', async (_what, over, code) => {
  const { status, body } = await place(over);
  expect(status).toBe(422);
  expect(body.faults).toMatchObject([{ at: 'body.homecoming', code }]);
});
